/// What happens to every request before anybody asks where it goes.
@NullMarked
package dev.lectern.gateway.edge;

import org.jspecify.annotations.NullMarked;
