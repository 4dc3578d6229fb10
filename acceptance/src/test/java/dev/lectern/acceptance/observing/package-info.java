/// What whoever runs the platform can see of it, and what must never be seen.
@NullMarked
package dev.lectern.acceptance.observing;

import org.jspecify.annotations.NullMarked;
