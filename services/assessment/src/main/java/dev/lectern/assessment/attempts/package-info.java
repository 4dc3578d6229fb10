/// Attempts at quizzes.
@NullMarked
package dev.lectern.assessment.attempts;

import org.jspecify.annotations.NullMarked;
