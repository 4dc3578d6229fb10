/// How an admitted request travels to its service and what it may carry there.
@NullMarked
package dev.lectern.gateway.routing;

import org.jspecify.annotations.NullMarked;
