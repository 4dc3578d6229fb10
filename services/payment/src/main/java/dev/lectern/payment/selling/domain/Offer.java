package dev.lectern.payment.selling.domain;

import dev.lectern.payment.pricing.domain.Money;
import java.util.UUID;

/// What is for sale: a place in a run of a published course, at the price it has now.
public record Offer(UUID courseId, UUID runId, String title, Money price) {}
