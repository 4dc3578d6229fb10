/// Asking another service over REST, where only a fresh answer decides.
@NullMarked
package dev.lectern.common.integration;

import org.jspecify.annotations.NullMarked;
