/// Announcing news, keeping the inbox, sending mail, and the live stream.
@NullMarked
package dev.lectern.notification.application;

import org.jspecify.annotations.NullMarked;
