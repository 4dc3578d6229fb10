package dev.lectern.launcher.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    void tell(List<Fact> facts) {
        var events = new ArrayList<Map<String, Object>>();
        events.add(event("course-viewed", facts.getFirst().startedAt(), Map.of()));
        for (var fact : facts) {
            switch (fact.type()) {
                case OPENED ->
                        events.add(
                                event(
                                        "lesson-opened",
                                        fact.endedAt(),
                                        Map.of("lessonId", fact.lessonId())));
                case WATCHED ->
                        events.add(
                                event(
                                        "video-watched",
                                        fact.endedAt(),
                                        Map.of(
                                                "videoId",
                                                videoOf(fact.lessonId()),
                                                "fromSeconds",
                                                fact.fromSeconds().orElseThrow(),
                                                "toSeconds",
                                                fact.toSeconds().orElseThrow())));
                case COMPLETED -> {}
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

    private Map<String, Object> event(String what, Instant at, Map<String, Object> more) {
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
