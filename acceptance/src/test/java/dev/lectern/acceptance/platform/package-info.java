/// The assembled platform under test: the one named by its address, or one started for this run.
@NullMarked
package dev.lectern.acceptance.platform;

import org.jspecify.annotations.NullMarked;
