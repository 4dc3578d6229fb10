/// What runs: infrastructure, services, their settings and where it all keeps its data.
@NullMarked
package dev.lectern.launcher.running;

import org.jspecify.annotations.NullMarked;
