package dev.lectern.content.authoring.domain;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of a lesson; made by course.
@Embeddable
public record LessonId(UUID value) implements Serializable {}
