package dev.lectern.launcher.demo;

import dev.lectern.launcher.demo.Seed.Grade;
import dev.lectern.launcher.demo.Seed.HandedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A learner hands in what an assignment asks for, and its author judges it; each once.
record HandingIn(Visitor learner, Visitor author, String courseId) {

    void until(HandedIn work) {
        var assignment =
                Patience.until(
                        "assignment \"" + work.lesson() + "\" to hand in for",
                        () -> shown(work.lesson()));
        var submissions =
                "/api/v1/assignments/" + assignment.path("id").asString() + "/submissions";
        var submission =
                learner.get(submissions)
                        .path("items")
                        .valueStream()
                        .findFirst()
                        .orElseGet(() -> learner.post(submissions, Map.of("text", work.text())));
        work.grade().ifPresent(grade -> judge(submission.path("id").asString(), grade));
    }

    /// Nothing while assessment has not heard of the enrollment.
    private Optional<JsonNode> shown(String title) {
        return Refused.unless(
                        Set.of("NOT_ENROLLED", "NOT_FOUND"),
                        () -> learner.get("/api/v1/assignments?limit=100&courseId=" + courseId))
                .flatMap(all ->
                        all.path("items")
                                .valueStream()
                                .filter(one -> one.path("title").asString().equals(title))
                                .findFirst());
    }

    private void judge(String submission, Grade grade) {
        var path = "/api/v1/submissions/" + submission;
        var shown = author.get(path);
        if (!shown.path("grades").isEmpty()) {
            return;
        }
        var criteria =
                author.get("/api/v1/assignments/" + shown.path("assignmentId").asString())
                        .path("rubric");
        List<Map<String, Object>> scores = new ArrayList<>();
        for (int i = 0; i < criteria.size(); i++) {
            scores.add(
                    Map.of(
                            "criterionId",
                            criteria.get(i).path("id").asString(),
                            "points",
                            grade.points().get(i)));
        }
        author.post(path + "/grades", Map.of("scores", scores, "comment", grade.comment()));
    }
}
