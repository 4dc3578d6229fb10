/// The commands.
@NullMarked
package dev.lectern.launcher.cli;

import org.jspecify.annotations.NullMarked;
