/// What the other services tell, made into news for somebody.
@NullMarked
package dev.lectern.notification.messaging;

import org.jspecify.annotations.NullMarked;
