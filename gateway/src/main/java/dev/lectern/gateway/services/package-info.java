/// Which services stand behind the gateway and which paths are theirs.
@NullMarked
package dev.lectern.gateway.services;

import org.jspecify.annotations.NullMarked;
