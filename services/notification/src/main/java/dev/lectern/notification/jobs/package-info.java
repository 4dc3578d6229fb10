/// Mail, the pulse of the streams, and what has served its time.
@NullMarked
package dev.lectern.notification.jobs;

import org.jspecify.annotations.NullMarked;
