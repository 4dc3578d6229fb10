package dev.lectern.analytics.application;

import java.util.List;

/// What became of a batch.
///
/// @param accepted logged now
/// @param duplicates logged before under the same id
public record IngestView(int accepted, int duplicates, List<Refused> refused) {

    /// One that is not taken.
    ///
    /// @param index its place in the batch, from 0
    /// @param code SCHEMA_UNKNOWN, CLOCK_SKEW, PII_KEY, NOT_FOUND or NOT_ENROLLED
    public record Refused(int index, String code) {}
}
