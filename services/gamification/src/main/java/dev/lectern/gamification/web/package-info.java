/// Points, badges and boards over REST.
@NullMarked
package dev.lectern.gamification.web;

import org.jspecify.annotations.NullMarked;
