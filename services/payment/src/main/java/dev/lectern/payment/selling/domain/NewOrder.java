package dev.lectern.payment.selling.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who orders, and on which terms.
///
/// @param id what the order is called by those who had to know before
/// @param number for people, as on the receipt
/// @param traceparent the trace all that follows belongs to
public record NewOrder(
        OrderId id, UUID learner, String number, Terms terms, @Nullable String traceparent) {}
