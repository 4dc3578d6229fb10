/// The neighbours of a service under test, as it meets them: over the broker.
@NullMarked
package dev.lectern.testing.events;

import org.jspecify.annotations.NullMarked;
