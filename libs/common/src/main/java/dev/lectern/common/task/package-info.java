/// Durable work after the commit, and recurring upkeep.
@NullMarked
package dev.lectern.common.task;

import org.jspecify.annotations.NullMarked;
