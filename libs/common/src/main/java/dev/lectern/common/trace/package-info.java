/// Traces that go on where a thread or a process ends.
@NullMarked
package dev.lectern.common.trace;

import org.jspecify.annotations.NullMarked;
