/// Prices over REST.
@NullMarked
package dev.lectern.payment.pricing.web;

import org.jspecify.annotations.NullMarked;
