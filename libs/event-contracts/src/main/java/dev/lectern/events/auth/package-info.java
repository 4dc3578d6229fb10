/// Accounts, roles and sessions.
@NullMarked
package dev.lectern.events.auth;

import org.jspecify.annotations.NullMarked;
