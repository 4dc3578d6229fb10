/// The bodies of lessons.
@NullMarked
package dev.lectern.events.content;

import org.jspecify.annotations.NullMarked;
