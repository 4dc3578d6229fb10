/// The rules of coupons.
@NullMarked
package dev.lectern.payment.coupons.domain;

import org.jspecify.annotations.NullMarked;
