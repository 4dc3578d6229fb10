/// The events of profiles.
@NullMarked
package dev.lectern.user.profiles.messaging;

import org.jspecify.annotations.NullMarked;
