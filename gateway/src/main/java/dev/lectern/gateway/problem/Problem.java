package dev.lectern.gateway.problem;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/// Every refusal the gateway itself can give. A code has this meaning on the whole platform.
public enum Problem {
    INVALID_VALUE(HttpStatus.BAD_REQUEST, "The request is not well formed"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "Sign in first"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "Your role does not allow this"),
    CSRF_INVALID(HttpStatus.FORBIDDEN, "The request lacks its CSRF token"),
    ORIGIN_FOREIGN(HttpStatus.FORBIDDEN, "This origin may not do that"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing here"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This method is not supported here"),
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The request body is too large"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Too many requests"),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "This is not available at the moment");

    private final HttpStatus status;
    private final String title;

    Problem(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    public HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }

    boolean retryable() {
        return this == TOO_MANY_REQUESTS || this == UNAVAILABLE;
    }

    String type() {
        return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
