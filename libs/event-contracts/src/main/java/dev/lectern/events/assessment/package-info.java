/// Quizzes and the attempts at them.
@NullMarked
package dev.lectern.events.assessment;

import org.jspecify.annotations.NullMarked;
