/// Assignments with their rubrics, submissions, and grades that are only ever added.
@NullMarked
package dev.lectern.assessment.assignments.domain;

import org.jspecify.annotations.NullMarked;
