/// The one-machine product: everything `./lectern` does.
@NullMarked
package dev.lectern.launcher;

import org.jspecify.annotations.NullMarked;
