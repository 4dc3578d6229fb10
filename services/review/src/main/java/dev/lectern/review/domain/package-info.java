/// Reviews, the ratings they come to, and what is refused.
@NullMarked
package dev.lectern.review.domain;

import org.jspecify.annotations.NullMarked;
