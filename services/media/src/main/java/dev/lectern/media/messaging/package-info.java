/// What media tells and hears.
@NullMarked
package dev.lectern.media.messaging;

import org.jspecify.annotations.NullMarked;
