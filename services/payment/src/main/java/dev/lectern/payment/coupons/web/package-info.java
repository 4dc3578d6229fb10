/// What authors and learners may ask of coupons.
@NullMarked
package dev.lectern.payment.coupons.web;

import org.jspecify.annotations.NullMarked;
