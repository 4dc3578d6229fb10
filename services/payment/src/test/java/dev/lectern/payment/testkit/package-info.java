/// What surrounds payment in its tests, and what buyers do.
@NullMarked
package dev.lectern.payment.testkit;

import org.jspecify.annotations.NullMarked;
