package dev.lectern.common.problem;

import io.micrometer.tracing.Tracer;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/// Builds the one shape every error of the platform has: RFC 9457 with `code`, `retryable`,
/// `traceId` and, where several things are wrong, `errors`.
public final class Problems {

    private final Tracer tracer;

    Problems(Tracer tracer) {
        this.tracer = tracer;
    }

    /// The problem a refusal is answered with.
    public ProblemDetail of(Refusal refusal, String path) {
        var problem = of(statusOf(refusal.kind()), refusal.code(), refusal.detail(), path);
        refusal.extras().forEach(problem::setProperty);
        if (!refusal.faults().isEmpty()) {
            problem.setProperty("errors", refusal.faults());
        }
        problem.setProperty(
                "retryable",
                refusal.retryAfter() != null || refusal.kind() == Refusal.Kind.UNAVAILABLE);
        return problem;
    }

    /// A problem with a code of its own; `detail` must not carry anything internal.
    public ProblemDetail of(HttpStatus status, String code, String detail, String path) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + code.toLowerCase(Locale.ROOT).replace('_', '-')));
        problem.setTitle(titleOf(code));
        problem.setInstance(URI.create(path));
        problem.setProperty("code", code);
        problem.setProperty("retryable", status == HttpStatus.SERVICE_UNAVAILABLE);
        var traceId = traceId();
        if (traceId != null) {
            problem.setProperty("traceId", traceId);
        }
        return problem;
    }

    ProblemDetail invalid(String code, String detail, String path, List<Refusal.Fault> faults) {
        var problem = of(HttpStatus.BAD_REQUEST, code, detail, path);
        if (!faults.isEmpty()) {
            problem.setProperty("errors", faults);
        }
        return problem;
    }

    static HttpHeaders headersOf(Refusal refusal) {
        var headers = new HttpHeaders();
        var wait = refusal.retryAfter();
        if (wait != null) {
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.toSeconds())));
        }
        return headers;
    }

    static HttpStatus statusOf(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case UNPROVEN -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case GONE -> HttpStatus.GONE;
            case CONFLICT -> HttpStatus.CONFLICT;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case TYPE_UNSUPPORTED -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case TOO_OFTEN -> HttpStatus.TOO_MANY_REQUESTS;
            case RULE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case VERSION_MISSING -> HttpStatus.PRECONDITION_REQUIRED;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    private static String titleOf(String code) {
        var words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private @Nullable String traceId() {
        var span = tracer.currentSpan();
        return span == null ? null : span.context().traceId();
    }
}
