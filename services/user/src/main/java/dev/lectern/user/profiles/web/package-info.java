/// Profiles over REST.
@NullMarked
package dev.lectern.user.profiles.web;

import org.jspecify.annotations.NullMarked;
