/// The user service, the mail server, and the Redis that replicas share.
@NullMarked
package dev.lectern.notification.integration;

import org.jspecify.annotations.NullMarked;
