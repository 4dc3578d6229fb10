/// What people tell of themselves: name, address, language, time zone.
@NullMarked
package dev.lectern.user.profiles;

import org.jspecify.annotations.NullMarked;
