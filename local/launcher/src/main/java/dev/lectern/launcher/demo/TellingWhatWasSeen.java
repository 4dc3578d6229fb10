package dev.lectern.launcher.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A player's word on what somebody looks at, beside the facts that count as progress: authors see
/// it as the way through their course and the curve of its films.
///
/// @param name tells the learner's events from everybody else's, so that each counts once
record TellingWhatWasSeen(Visitor learner, String courseId, String name) {

    /// @param facts what was noted while learning
    void tell(List<Map<String, Object>> facts) {
        var events = new ArrayList<Map<String, Object>>();
        var begin = Objects.requireNonNull(facts.getFirst().get("startedAt"));
        events.add(event("course-viewed", begin, Map.of()));
        for (var fact : facts) {
            var lesson = String.valueOf(fact.get("lessonId"));
            var at = Objects.requireNonNull(fact.get("endedAt"));
            if ("OPENED".equals(fact.get("type"))) {
                events.add(event("lesson-opened", at, Map.of("lessonId", lesson)));
            } else if ("WATCHED".equals(fact.get("type"))) {
                events.add(
                        event(
                                "video-watched",
                                at,
                                Map.of(
                                        "videoId",
                                        videoOf(lesson),
                                        "fromSeconds",
                                        Objects.requireNonNull(fact.get("fromSeconds")),
                                        "toSeconds",
                                        Objects.requireNonNull(fact.get("toSeconds")))));
            }
        }
        Patience.until("course analytics knows of " + name, () -> taken(events));
    }

    /// Nothing while analytics has not heard of the enrollment, or of the course.
    private Optional<JsonNode> taken(List<Map<String, Object>> events) {
        return Refused.unless(
                Set.of("NOT_ENROLLED", "NOT_FOUND"), () -> learner.post("/api/v1/events", events));
    }

    private String videoOf(String lesson) {
        return Patience.until(
                "film to tell of",
                () ->
                        Refused.unless(
                                        Set.of("NOT_ENROLLED", "LESSON_LOCKED"),
                                        () -> learner.get("/api/v1/lessons/" + lesson))
                                .map(shown -> shown.at("/ref/videoId").asString()));
    }

    private Map<String, Object> event(String what, Object at, Map<String, Object> more) {
        var data = new LinkedHashMap<String, Object>(more);
        data.put("courseId", courseId);
        var id = Stream.of(name, courseId, what, data.toString()).reduce("", String::concat);
        return Map.of(
                "specversion",
                "1.0",
                "id",
                UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)),
                "source",
                "lectern/demo",
                "type",
                "activity." + what + ".v1",
                "time",
                at,
                "data",
                data);
    }
}
