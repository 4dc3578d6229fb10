/// Enrolling over REST.
@NullMarked
package dev.lectern.enrollment.enrolling.web;

import org.jspecify.annotations.NullMarked;
