/// The events of applications.
@NullMarked
package dev.lectern.user.applications.messaging;

import org.jspecify.annotations.NullMarked;
