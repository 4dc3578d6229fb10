/// What enrolling does when its time has come.
@NullMarked
package dev.lectern.enrollment.enrolling.jobs;

import org.jspecify.annotations.NullMarked;
