/// The log of many services in one JVM: every line knows whose it is.
@NullMarked
package dev.lectern.launcher.logging;

import org.jspecify.annotations.NullMarked;
