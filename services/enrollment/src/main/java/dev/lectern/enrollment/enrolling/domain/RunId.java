package dev.lectern.enrollment.enrolling.domain;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of a run; made by course.
@Embeddable
public record RunId(UUID value) implements Serializable {}
