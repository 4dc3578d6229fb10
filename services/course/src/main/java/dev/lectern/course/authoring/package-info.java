/// From the first title to a published version: drafts, review, versions, runs.
@NullMarked
package dev.lectern.course.authoring;

import org.jspecify.annotations.NullMarked;
