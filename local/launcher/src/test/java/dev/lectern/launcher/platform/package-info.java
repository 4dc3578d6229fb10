/// Platforms for tests: `./lectern` run as at a terminal, and two platforms that all tests share.
@NullMarked
package dev.lectern.launcher.platform;

import org.jspecify.annotations.NullMarked;
