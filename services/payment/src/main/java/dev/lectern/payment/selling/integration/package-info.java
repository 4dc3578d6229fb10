/// The payment provider and enrollment.
@NullMarked
package dev.lectern.payment.selling.integration;

import org.jspecify.annotations.NullMarked;
