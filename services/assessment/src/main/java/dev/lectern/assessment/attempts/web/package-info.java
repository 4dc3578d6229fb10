/// Attempts over REST.
@NullMarked
package dev.lectern.assessment.attempts.web;

import org.jspecify.annotations.NullMarked;
