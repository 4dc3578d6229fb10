/// Who is calling: the token, verified, as a [Caller].
@NullMarked
package dev.lectern.common.security;

import org.jspecify.annotations.NullMarked;
