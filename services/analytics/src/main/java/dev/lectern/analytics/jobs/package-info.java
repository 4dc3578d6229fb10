/// What is done again and again, or after a commit.
@NullMarked
package dev.lectern.analytics.jobs;

import org.jspecify.annotations.NullMarked;
