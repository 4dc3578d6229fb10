/// The control port: what a person or a test may see and do on this machine beside the platform
/// itself. Nothing routes to it.
@NullMarked
package dev.lectern.launcher.control;

import org.jspecify.annotations.NullMarked;
