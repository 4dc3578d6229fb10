/// Neighbours that are asked over HTTP, as far as tests need them.
@NullMarked
package dev.lectern.testing.neighbours;

import org.jspecify.annotations.NullMarked;
