package dev.lectern.common.web;

import dev.lectern.common.idempotency.Idempotency;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriComponentsBuilder;

/// Answers a creation: 201 with `Location`, and `Idempotency-Replayed` when an earlier request with
/// the same key had made it.
public final class Created {

    private Created() {}

    /// @param path the path of the new resource with one variable for its id
    public static <T> ResponseEntity<T> at(String path, Idempotency.Outcome outcome, T body) {
        return builder(path, outcome).body(body);
    }

    /// As above for a resource that is edited later under `If-Match`.
    public static <T> ResponseEntity<T> at(
            String path, Idempotency.Outcome outcome, T body, long version) {
        return builder(path, outcome).eTag(IfMatch.etagOf(version)).body(body);
    }

    private static ResponseEntity.BodyBuilder builder(String path, Idempotency.Outcome outcome) {
        var location = UriComponentsBuilder.fromPath(path).build(outcome.id());
        var answer = ResponseEntity.created(location);
        return outcome.replayed() ? answer.header("Idempotency-Replayed", "true") : answer;
    }
}
