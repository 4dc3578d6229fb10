package dev.lectern.launcher.demo;

import dev.lectern.launcher.demo.Seed.Review;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Somebody says what they think of a course they have read.
record Reviewing(Visitor learner, String courseId, Review review) {

    /// @return the review, with the name it is shown under
    JsonNode post() {
        if (mine().isEmpty()) {
            Patience.until("progress that review knows of", this::postNow);
        }
        return Patience.until(
                "name beside the review",
                () -> mine().filter(shown -> shown.path("learnerName").isString()));
    }

    /// Somebody else finds that it does not belong here, unless a moderator already looks at that.
    void isReported(JsonNode posted, Visitor by, Visitor moderator) {
        var id = posted.path("id").asString();
        var isKnown =
                moderator
                        .get("/api/v1/admin/reviews?limit=100")
                        .path("items")
                        .valueStream()
                        .anyMatch(one -> one.path("id").asString().equals(id));
        if (!isKnown) {
            by.post("/api/v1/reviews/" + id + "/report", Map.of("reason", "OFF_TOPIC"));
        }
    }

    private Optional<JsonNode> mine() {
        return learner.find("/api/v1/reviews/me?courseId=" + courseId);
    }

    /// Nothing while review has not heard of the enrollment, or of how far it has come.
    private Optional<JsonNode> postNow() {
        return Refused.unless(
                Set.of("NOT_ENROLLED", "PROGRESS_TOO_LOW"),
                () ->
                        learner.post(
                                "/api/v1/reviews",
                                Map.of(
                                        "courseId", courseId,
                                        "rating", review.rating(),
                                        "text", review.text())));
    }
}
