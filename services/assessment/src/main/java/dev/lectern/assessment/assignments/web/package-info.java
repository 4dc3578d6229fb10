/// Assignments and submissions over REST.
@NullMarked
package dev.lectern.assessment.assignments.web;

import org.jspecify.annotations.NullMarked;
