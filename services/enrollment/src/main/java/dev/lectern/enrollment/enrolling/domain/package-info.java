/// The rules of runs, seats and enrollments.
@NullMarked
package dev.lectern.enrollment.enrolling.domain;

import org.jspecify.annotations.NullMarked;
