/// Use cases of coupons, and what their authors see.
@NullMarked
package dev.lectern.payment.coupons.application;

import org.jspecify.annotations.NullMarked;
