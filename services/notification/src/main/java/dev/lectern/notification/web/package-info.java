/// The inbox, the preferences, the stream, and the page to unsubscribe on.
@NullMarked
package dev.lectern.notification.web;

import org.jspecify.annotations.NullMarked;
