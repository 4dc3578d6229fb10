@NullMarked
package dev.lectern.testing.architecture;

import org.jspecify.annotations.NullMarked;
