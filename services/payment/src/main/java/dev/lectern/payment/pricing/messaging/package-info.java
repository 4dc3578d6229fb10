/// What pricing tells and hears.
@NullMarked
package dev.lectern.payment.pricing.messaging;

import org.jspecify.annotations.NullMarked;
