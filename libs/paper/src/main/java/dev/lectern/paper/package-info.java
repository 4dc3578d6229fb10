/// Documents on paper.
@NullMarked
package dev.lectern.paper;

import org.jspecify.annotations.NullMarked;
