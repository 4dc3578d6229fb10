/// Events out through the outbox, in through the inbox, and the topology both share.
@NullMarked
package dev.lectern.common.event;

import org.jspecify.annotations.NullMarked;
