/// Coupons: what takes something off a price, and how often.
@NullMarked
package dev.lectern.payment.coupons;

import org.jspecify.annotations.NullMarked;
