package dev.lectern.launcher.demo;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Somebody says what they think of a course they have read.
record Reviewing(Visitor learner, String courseId, int rating, String text) {

    /// @return the review, with the name it is shown under
    JsonNode post() {
        if (mine().isEmpty()) {
            Patience.until("progress that review knows of", this::postNow);
        }
        return Patience.until(
                "name beside the review",
                () -> mine().filter(review -> review.path("learnerName").isString()));
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
                                Map.of("courseId", courseId, "rating", rating, "text", text)));
    }
}
