/// Settings every service shares, below whatever its own file says.
@NullMarked
package dev.lectern.common.defaults;

import org.jspecify.annotations.NullMarked;
