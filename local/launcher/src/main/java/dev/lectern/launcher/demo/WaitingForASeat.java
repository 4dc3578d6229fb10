package dev.lectern.launcher.demo;

import java.util.Map;

/// Somebody waits for a seat of a run that is full, once.
record WaitingForASeat(Visitor learner, String courseId) {

    void untilItIsKnown() {
        var run =
                learner.get("/api/v1/catalog/courses/" + courseId)
                        .path("runs")
                        .path(0)
                        .path("id")
                        .asString();
        var waits =
                learner.get("/api/v1/waitlist?limit=100")
                        .path("items")
                        .valueStream()
                        .anyMatch(one -> one.path("runId").asString().equals(run));
        if (!waits) {
            learner.post("/api/v1/waitlist", Map.of("runId", run));
        }
    }
}
