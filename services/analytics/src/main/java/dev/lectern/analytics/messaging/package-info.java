/// Everything the other services tell.
@NullMarked
package dev.lectern.analytics.messaging;

import org.jspecify.annotations.NullMarked;
