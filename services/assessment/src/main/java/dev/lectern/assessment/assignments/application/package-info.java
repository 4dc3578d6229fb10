/// Who writes, hands in and grades, and what each of them may see.
@NullMarked
package dev.lectern.assessment.assignments.application;

import org.jspecify.annotations.NullMarked;
