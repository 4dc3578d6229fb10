/// How far a learner is: facts in, a verdict out, with its reasons.
@NullMarked
package dev.lectern.enrollment.progress;

import org.jspecify.annotations.NullMarked;
