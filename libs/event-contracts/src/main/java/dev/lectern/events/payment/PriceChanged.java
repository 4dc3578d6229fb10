package dev.lectern.events.payment;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.UUID;

/// An author has set what a course costs.
///
/// @param amount in minor units of `currency`, tax included, 0 for free
/// @param currency ISO 4217
@EventType("payment.price-changed.v1")
public record PriceChanged(UUID courseId, long amount, String currency) implements ContractEvent {}
