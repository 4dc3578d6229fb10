package dev.lectern.course.authoring.domain;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of a published version.
///
/// @param version counts from 1 in each course
@Embeddable
public record VersionId(UUID courseId, int version) implements Serializable {}
