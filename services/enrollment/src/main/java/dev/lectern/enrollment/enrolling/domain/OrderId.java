package dev.lectern.enrollment.enrolling.domain;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of an order; made by payment, and the key under which a seat is held and granted.
@Embeddable
public record OrderId(UUID value) implements Serializable {}
