package dev.lectern.analytics.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How the tables were rebuilt from the lake.
///
/// @param finishedAt absent while it runs, and where it was cut off
/// @param objects of the lake that were read
/// @param unusable objects that are gone or damaged; their events were taken from the log, and they
///   are written again
/// @param fromLog events that were not in the lake yet
/// @param differences rows that were other than the lake says; they are put right
public record RebuildView(
        long number,
        Instant begunAt,
        @Nullable Instant finishedAt,
        @Nullable Long objects,
        @Nullable Long unusable,
        @Nullable Long fromLog,
        @Nullable Long differences) {}
