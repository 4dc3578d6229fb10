package dev.lectern.gateway.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// Recognizes requests that bring their own token. The choice of the security chain and what is
/// handed on to services must not differ over this.
public final class Bearer {

    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    public static boolean isIn(HttpHeaders headers) {
        return tokenIn(headers) != null;
    }

    public static @Nullable String tokenIn(HttpHeaders headers) {
        String authorization = headers.getFirst(HttpHeaders.AUTHORIZATION);
        return authorization != null
                        && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? authorization.substring(SCHEME.length()).strip()
                : null;
    }
}
