/// The use cases of enrolling.
@NullMarked
package dev.lectern.enrollment.enrolling.application;

import org.jspecify.annotations.NullMarked;
