/// Setting prices and looking at them.
@NullMarked
package dev.lectern.payment.pricing.application;

import org.jspecify.annotations.NullMarked;
