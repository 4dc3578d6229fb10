/// Reads attempts and submissions together.
@NullMarked
package dev.lectern.assessment.gradebook.application;

import org.jspecify.annotations.NullMarked;
