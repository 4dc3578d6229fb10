/// Work nobody waits for: letters, profiles, key rotation, purging.
@NullMarked
package dev.lectern.auth.jobs;

import org.jspecify.annotations.NullMarked;
