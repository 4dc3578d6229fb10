/// Progress's events.
@NullMarked
package dev.lectern.enrollment.progress.messaging;

import org.jspecify.annotations.NullMarked;
