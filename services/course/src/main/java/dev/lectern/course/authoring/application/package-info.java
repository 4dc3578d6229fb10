/// What authors and reviewers do, what they see, and copies of what neighbors tell.
@NullMarked
package dev.lectern.course.authoring.application;

import org.jspecify.annotations.NullMarked;
