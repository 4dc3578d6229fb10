/// Courses, their drafts, versions and runs.
@NullMarked
package dev.lectern.events.course;

import org.jspecify.annotations.NullMarked;
