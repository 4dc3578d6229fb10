/// Enrolling's events, in and out.
@NullMarked
package dev.lectern.enrollment.enrolling.messaging;

import org.jspecify.annotations.NullMarked;
