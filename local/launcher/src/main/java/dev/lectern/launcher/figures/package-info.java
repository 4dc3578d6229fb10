/// What a platform costs its machine.
@NullMarked
package dev.lectern.launcher.figures;

import org.jspecify.annotations.NullMarked;
