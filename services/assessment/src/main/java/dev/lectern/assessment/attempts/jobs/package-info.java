/// What happens when the time of an attempt is over.
@NullMarked
package dev.lectern.assessment.attempts.jobs;

import org.jspecify.annotations.NullMarked;
