/// What a learner does in an attempt, and who may.
@NullMarked
package dev.lectern.assessment.attempts.application;

import org.jspecify.annotations.NullMarked;
