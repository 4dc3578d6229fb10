/// The events of attempts, and what enrollment tells.
@NullMarked
package dev.lectern.assessment.attempts.messaging;

import org.jspecify.annotations.NullMarked;
