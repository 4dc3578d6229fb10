/// What is earned, by whom, and what it takes.
@NullMarked
package dev.lectern.gamification.domain;

import org.jspecify.annotations.NullMarked;
