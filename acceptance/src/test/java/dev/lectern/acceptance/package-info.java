/// The main job, walked through the front door of an assembled platform.
@NullMarked
package dev.lectern.acceptance;

import org.jspecify.annotations.NullMarked;
