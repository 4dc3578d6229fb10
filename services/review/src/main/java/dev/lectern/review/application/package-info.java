/// Reviewing, replying, and what follows from others' facts.
@NullMarked
package dev.lectern.review.application;

import org.jspecify.annotations.NullMarked;
