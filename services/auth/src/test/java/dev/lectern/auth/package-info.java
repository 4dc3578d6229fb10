/// Tests of auth.
@NullMarked
package dev.lectern.auth;

import org.jspecify.annotations.NullMarked;
