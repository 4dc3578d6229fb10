/// The user service, which knows names and time zones.
@NullMarked
package dev.lectern.gamification.integration;

import org.jspecify.annotations.NullMarked;
