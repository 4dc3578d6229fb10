/// Boards and time zones, while nobody waits.
@NullMarked
package dev.lectern.gamification.jobs;

import org.jspecify.annotations.NullMarked;
