/// What people can be told, and by which channels.
@NullMarked
package dev.lectern.notification.domain;

import org.jspecify.annotations.NullMarked;
