/// How fast an assembled platform is. Nothing here is a test: times depend on the machine.
@NullMarked
package dev.lectern.acceptance.load;

import org.jspecify.annotations.NullMarked;
