package dev.lectern.review.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a review read before it was edited.
///
/// @param rating 1 to 5 stars
/// @param text null for stars alone
/// @param replacedAt when it was edited
public record EditionView(
        UUID id, int rating, @Nullable String text, Instant writtenAt, Instant replacedAt) {}
