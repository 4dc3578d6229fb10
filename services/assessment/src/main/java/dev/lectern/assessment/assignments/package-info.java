/// Assignments, what learners hand in, and what it is found to be worth.
@NullMarked
package dev.lectern.assessment.assignments;

import org.jspecify.annotations.NullMarked;
