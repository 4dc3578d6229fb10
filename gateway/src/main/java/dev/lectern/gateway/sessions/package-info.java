/// Browser sessions in Redis, and the ways they end.
@NullMarked
package dev.lectern.gateway.sessions;

import org.jspecify.annotations.NullMarked;
