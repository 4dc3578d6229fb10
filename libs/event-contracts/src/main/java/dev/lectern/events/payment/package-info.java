/// Prices, orders and refunds.
@NullMarked
package dev.lectern.events.payment;

import org.jspecify.annotations.NullMarked;
