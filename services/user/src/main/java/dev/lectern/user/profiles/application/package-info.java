/// The use cases of profiles.
@NullMarked
package dev.lectern.user.profiles.application;

import org.jspecify.annotations.NullMarked;
