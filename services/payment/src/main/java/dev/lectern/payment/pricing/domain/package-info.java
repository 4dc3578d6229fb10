/// A price and what it may be.
@NullMarked
package dev.lectern.payment.pricing.domain;

import org.jspecify.annotations.NullMarked;
