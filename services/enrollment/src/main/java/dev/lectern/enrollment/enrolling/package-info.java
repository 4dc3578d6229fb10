/// Getting a seat and keeping it: enrolling, orders' holds and grants, suspension, expiry.
@NullMarked
package dev.lectern.enrollment.enrolling;

import org.jspecify.annotations.NullMarked;
