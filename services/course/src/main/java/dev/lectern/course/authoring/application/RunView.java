package dev.lectern.course.authoring.application;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A run as the members of its course see it.
///
/// @param version which edit of the run this is, told as its ETag
/// @param capacity how many seats there are in all, null for no limit
/// @param opensAt when enrolling begins, null for at once
/// @param closesAt when enrolling ends, null for never
public record RunView(
        @JsonIgnore long version,
        UUID id,
        UUID courseId,
        @Nullable Integer capacity,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt) {}
