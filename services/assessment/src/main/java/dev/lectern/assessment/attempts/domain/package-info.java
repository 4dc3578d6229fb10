/// What an attempt is, and what it is worth.
@NullMarked
package dev.lectern.assessment.attempts.domain;

import org.jspecify.annotations.NullMarked;
