/// What the tests of all services share: the infrastructure they run on, started once in a JVM and
/// only as far as a test asks for it.
@NullMarked
package dev.lectern.testing;

import org.jspecify.annotations.NullMarked;
