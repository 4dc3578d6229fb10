/// What review tells.
@NullMarked
package dev.lectern.events.review;

import org.jspecify.annotations.NullMarked;
