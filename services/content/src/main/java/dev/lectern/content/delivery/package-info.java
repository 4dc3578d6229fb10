/// Showing lessons: the pinned revision, to those who may learn it.
@NullMarked
package dev.lectern.content.delivery;

import org.jspecify.annotations.NullMarked;
