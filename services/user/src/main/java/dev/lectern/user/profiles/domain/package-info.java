/// The rules of a profile.
@NullMarked
package dev.lectern.user.profiles.domain;

import org.jspecify.annotations.NullMarked;
