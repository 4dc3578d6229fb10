/// The events of assignments, and what media tells.
@NullMarked
package dev.lectern.assessment.assignments.messaging;

import org.jspecify.annotations.NullMarked;
