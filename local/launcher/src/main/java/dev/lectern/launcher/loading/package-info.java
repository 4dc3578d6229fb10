/// Class loaders that let many services share one JVM without knowing of each other.
@NullMarked
package dev.lectern.launcher.loading;

import org.jspecify.annotations.NullMarked;
