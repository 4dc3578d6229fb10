package dev.lectern.payment.pricing.domain;

/// What can happen to a price.
public sealed interface PriceEvent {

    /// Another one is asked from now on.
    record Changed(CoursePrice price) implements PriceEvent {}
}
