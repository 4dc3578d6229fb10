/// What review hears and tells.
@NullMarked
package dev.lectern.review.messaging;

import org.jspecify.annotations.NullMarked;
