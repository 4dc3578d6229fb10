/// Profiles and instructor applications.
@NullMarked
package dev.lectern.events.user;

import org.jspecify.annotations.NullMarked;
