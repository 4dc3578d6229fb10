/// What one service tells, in words for the tests of those who hear it.
@NullMarked
package dev.lectern.testing.facts;

import org.jspecify.annotations.NullMarked;
