package dev.lectern.gateway.edge;

import dev.lectern.gateway.services.Paths;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/// The headers every answer carries. What a service or page has set by itself stays.
@Component
final class SecurityHeaders {

    private static final String POLICY_FOR_DATA =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String POLICY_FOR_PAGES =
            "default-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'";

    private static final Paths ANSWERS_TO_ONE_CALLER = Paths.of("/api/**", "/bff/**");

    private final EdgeSettings settings;

    SecurityHeaders(EdgeSettings settings) {
        this.settings = settings;
    }

    void completeOn(HttpHeaders headers, ServerHttpRequest request) {
        if (settings.secure()) {
            unlessSet(headers, "Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        unlessSet(headers, "X-Content-Type-Options", "nosniff");
        unlessSet(headers, "X-Frame-Options", "DENY");
        // Not no-referrer: browsers then send "Origin: null" with forms, and every own form would
        // look foreign.
        unlessSet(headers, "Referrer-Policy", "same-origin");
        unlessSet(headers, "Cross-Origin-Opener-Policy", "same-origin");
        unlessSet(headers, "Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        unlessSet(
                headers,
                "Content-Security-Policy",
                isPage(headers) ? POLICY_FOR_PAGES : POLICY_FOR_DATA);
        if (ANSWERS_TO_ONE_CALLER.contain(request)) {
            unlessSet(headers, HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private static boolean isPage(HttpHeaders headers) {
        String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith(MediaType.TEXT_HTML_VALUE);
    }

    private static void unlessSet(HttpHeaders headers, String name, String value) {
        if (!headers.containsHeader(name)) {
            headers.set(name, value);
        }
    }
}
