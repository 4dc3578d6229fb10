/// Events, in and out.
@NullMarked
package dev.lectern.gamification.messaging;

import org.jspecify.annotations.NullMarked;
