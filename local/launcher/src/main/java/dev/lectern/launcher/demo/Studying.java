package dev.lectern.launcher.demo;

import dev.lectern.launcher.Failure;
import dev.lectern.launcher.demo.Seed.OrderState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// Somebody enrolls and reads the first lessons of a course.
///
/// @param courseId of a course that can be found
/// @param buying where a place has a price
/// @param completed how many lessons
record Studying(Visitor learner, String courseId, Optional<Buying> buying, int completed) {

    /// @return where the certificate can be checked, if this earns one
    Optional<String> study() {
        if (enrollment().isEmpty()) {
            buying.ifPresentOrElse(
                    place -> place.until(OrderState.FULFILLED),
                    () -> Patience.until("run to enroll in", this::enroll));
        }
        var progress = learner.get("/api/v1/progress/" + courseId);
        var lessons =
                progress.path("lessons")
                        .valueStream()
                        .map(lesson -> lesson.path("lessonId").asString())
                        .toList();
        if (completedOf(progress) < completed) {
            report(lessons);
        }
        var current = lessons.get(Math.min(completed, lessons.size() - 1));
        Patience.until("access to the lesson to go on with", () -> opened(current));
        return completed == lessons.size()
                ? Optional.of(Patience.until("certificate", this::certificate))
                : Optional.empty();
    }

    private Optional<JsonNode> enrollment() {
        return learner.get("/api/v1/enrollments?courseId=" + courseId)
                .path("items")
                .valueStream()
                .findFirst();
    }

    /// Nothing while enrollment has not heard of the course.
    private Optional<JsonNode> enroll() {
        var run =
                learner.get("/api/v1/catalog/courses/" + courseId)
                        .path("runs")
                        .path(0)
                        .path("id")
                        .asString();
        return Refused.unless(
                Set.of("NOT_FOUND"),
                () -> learner.post("/api/v1/enrollments", Map.of("runId", run)));
    }

    private static long completedOf(JsonNode progress) {
        return progress.path("lessons")
                .valueStream()
                .filter(lesson -> lesson.path("status").asString().equals("DONE"))
                .count();
    }

    /// The facts carry the same numbers every time, so those that are known count once.
    private void report(List<String> lessons) {
        var facts = new ArrayList<Map<String, Object>>();
        for (var lesson : lessons.subList(0, completed)) {
            facts.add(fact(facts.size(), "OPENED", lesson));
            facts.add(fact(facts.size(), "COMPLETED", lesson));
        }
        lessons.stream()
                .skip(completed)
                .findFirst()
                .ifPresent(next -> facts.add(fact(facts.size(), "OPENED", next)));
        var device = UUID.nameUUIDFromBytes(courseId.getBytes(StandardCharsets.UTF_8));
        var recorded =
                learner.post("/api/v1/progress/facts", Map.of("clientId", device, "facts", facts));
        recorded.path("results")
                .valueStream()
                .filter(result -> result.path("status").asString().equals("REFUSED"))
                .findFirst()
                .ifPresent(refused -> {
                    throw new Failure("a fact was refused: " + refused.path("code").asString());
                });
    }

    private static Map<String, Object> fact(int sequence, String type, String lesson) {
        var now = Instant.now();
        return Map.of(
                "sequence", sequence,
                "type", type,
                "lessonId", lesson,
                "startedAt", now,
                "endedAt", now);
    }

    /// Nothing while content has not heard of the enrollment, or of what is completed.
    private Optional<JsonNode> opened(String lesson) {
        return Refused.unless(
                Set.of("NOT_ENROLLED", "LESSON_LOCKED"),
                () -> learner.get("/api/v1/lessons/" + lesson));
    }

    private Optional<String> certificate() {
        return learner.get("/api/v1/certificates?courseId=" + courseId)
                .path("items")
                .valueStream()
                .findFirst()
                .map(one -> one.path("verifyUrl").asString());
    }
}
