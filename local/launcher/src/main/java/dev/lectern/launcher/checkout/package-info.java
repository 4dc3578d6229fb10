/// The repository: which services it has, what they are built into, and how to build them.
@NullMarked
package dev.lectern.launcher.checkout;

import org.jspecify.annotations.NullMarked;
