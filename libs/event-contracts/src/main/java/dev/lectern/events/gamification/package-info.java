/// What gamification tells.
@NullMarked
package dev.lectern.events.gamification;

import org.jspecify.annotations.NullMarked;
