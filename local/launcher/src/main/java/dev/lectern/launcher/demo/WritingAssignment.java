package dev.lectern.launcher.demo;

import dev.lectern.launcher.demo.Seed.Assignment;
import java.util.Map;
import java.util.Set;

/// An author writes an assignment, unless it is there.
record WritingAssignment(Visitor author, String courseId) {

    /// @return the id of the assignment
    String write(Assignment work, String title) {
        return Patience.until(
                        "course that assessment knows",
                        () ->
                                Refused.unless(
                                        Set.of("NOT_FOUND", "NOT_ENROLLED"),
                                        () ->
                                                author.get(
                                                        "/api/v1/assignments?limit=100&courseId="
                                                                + courseId)))
                .path("items")
                .valueStream()
                .filter(one -> one.path("title").asString().equals(title))
                .findFirst()
                .orElseGet(() ->
                        author.post(
                                "/api/v1/assignments",
                                Map.of(
                                        "courseId", courseId,
                                        "title", title,
                                        "instructions", work.instructions(),
                                        "passPercent", work.passPercent(),
                                        "rubric", work.rubric())))
                .path("id")
                .asString();
    }
}
