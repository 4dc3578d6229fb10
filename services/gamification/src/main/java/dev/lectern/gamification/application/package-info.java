/// Earning, taking back, showing and hiding.
@NullMarked
package dev.lectern.gamification.application;

import org.jspecify.annotations.NullMarked;
