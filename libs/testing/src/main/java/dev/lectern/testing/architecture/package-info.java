/// The rules every service is built by, as tests.
@NullMarked
package dev.lectern.testing.architecture;

import org.jspecify.annotations.NullMarked;
