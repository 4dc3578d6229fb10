/// What follows a commit.
@NullMarked
package dev.lectern.review.jobs;

import org.jspecify.annotations.NullMarked;
