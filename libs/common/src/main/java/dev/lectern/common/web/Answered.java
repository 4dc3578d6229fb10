package dev.lectern.common.web;

import dev.lectern.common.idempotency.Idempotency;
import org.springframework.http.ResponseEntity;

/// Answers a transition that carried a key: 200, and `Idempotency-Replayed` when an earlier request
/// with the same key had made it.
public final class Answered {

    private Answered() {}

    public static <T> ResponseEntity<T> with(Idempotency.Outcome outcome, T body) {
        return builder(outcome).body(body);
    }

    /// As above for a resource that is edited under `If-Match`.
    public static <T> ResponseEntity<T> with(Idempotency.Outcome outcome, T body, long version) {
        return builder(outcome).eTag(IfMatch.etagOf(version)).body(body);
    }

    private static ResponseEntity.BodyBuilder builder(Idempotency.Outcome outcome) {
        var answer = ResponseEntity.ok();
        return outcome.replayed() ? answer.header("Idempotency-Replayed", "true") : answer;
    }
}
