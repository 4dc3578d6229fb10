/// Who the caller is: bearer tokens, browser sign-in, sign-out and the refresh in between.
@NullMarked
package dev.lectern.gateway.signin;

import org.jspecify.annotations.NullMarked;
