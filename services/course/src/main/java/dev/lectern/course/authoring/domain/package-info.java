/// The rules of drafts, of their review, and of versions and runs.
@NullMarked
package dev.lectern.course.authoring.domain;

import org.jspecify.annotations.NullMarked;
