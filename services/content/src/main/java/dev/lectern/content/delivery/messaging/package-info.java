/// What enrollment tells.
@NullMarked
package dev.lectern.content.delivery.messaging;

import org.jspecify.annotations.NullMarked;
