/// Prices of courses.
@NullMarked
package dev.lectern.payment.pricing;

import org.jspecify.annotations.NullMarked;
