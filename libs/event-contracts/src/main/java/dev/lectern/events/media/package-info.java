/// Videos, from upload to what plays.
@NullMarked
package dev.lectern.events.media;

import org.jspecify.annotations.NullMarked;
