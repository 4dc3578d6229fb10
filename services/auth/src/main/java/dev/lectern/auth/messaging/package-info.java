/// Facts auth tells, and facts it listens to.
@NullMarked
package dev.lectern.auth.messaging;

import org.jspecify.annotations.NullMarked;
