/// Listing what was published, after the commit.
@NullMarked
package dev.lectern.course.catalog.jobs;

import org.jspecify.annotations.NullMarked;
