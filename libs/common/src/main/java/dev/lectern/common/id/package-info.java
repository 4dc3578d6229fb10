/// Time-ordered ids.
@NullMarked
package dev.lectern.common.id;

import org.jspecify.annotations.NullMarked;
