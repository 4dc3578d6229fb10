/// What everybody has achieved in a course.
@NullMarked
package dev.lectern.assessment.gradebook;

import org.jspecify.annotations.NullMarked;
