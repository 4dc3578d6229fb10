package dev.lectern.assessment.authoring.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How many questions a quiz takes from where.
///
/// @param tag only questions that have it, null for all of the bank
public record Draw(UUID bankId, int count, @Nullable String tag) {}
