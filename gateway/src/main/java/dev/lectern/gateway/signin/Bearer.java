package dev.lectern.gateway.signin;

import org.springframework.http.HttpHeaders;

/// Recognizes requests that bring their own token. The choice of the security chain and what is handed
/// on to services must not differ over this.
public final class Bearer {

    private Bearer() {}

    public static boolean isIn(HttpHeaders headers) {
        String authorization = headers.getFirst(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7);
    }
}
