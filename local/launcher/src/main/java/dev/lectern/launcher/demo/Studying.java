package dev.lectern.launcher.demo;

import dev.lectern.launcher.Failure;
import dev.lectern.launcher.demo.Seed.Course;
import dev.lectern.launcher.demo.Seed.Learning;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// Somebody enrolls where a place costs nothing, and reads and watches the first lessons.
///
/// @param courseId of a course that can be found
record Studying(Visitor learner, String courseId, Course course, Learning wanted) {

    /// Nobody watches faster than this.
    private static final int FASTEST = 3;

    /// So far, and a little further, the platform lets the clock of a device be ahead.
    private static final Duration AHEAD = Duration.ofSeconds(50);

    void study() {
        var enrollment =
                enrollment()
                        .orElseGet(() ->
                                Patience.until(
                                        "place in \"" + course.title() + "\"",
                                        course.isSold() ? this::enrollment : this::enroll));
        var progress = learner.get("/api/v1/progress/" + courseId);
        var lessons =
                progress.path("lessons")
                        .valueStream()
                        .map(lesson -> lesson.path("lessonId").asString())
                        .toList();
        if (doneOf(progress) < wanted.completed()) {
            report(lessons, Instant.parse(enrollment.path("grantedAt").asString()));
        }
        var current = lessons.get(Math.min(goesOnAt(), lessons.size() - 1));
        Patience.until("access to the lesson to go on with", () -> opened(current));
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

    private long doneOf(JsonNode progress) {
        return IntStream.range(0, course.lessons().size())
                .filter(i -> course.lessons().get(i).isReadOrWatched())
                .filter(i -> progress.at("/lessons/" + i + "/status").asString("").equals("DONE"))
                .count();
    }

    /// The lessons in their order that come before the one to go on with.
    private int goesOnAt() {
        var lessons = course.lessons();
        if (wanted.stopped().isPresent()) {
            return lessons.indexOf(course.lesson(wanted.stopped().get().lesson()));
        }
        int done = 0;
        for (int i = 0; i < lessons.size(); i++) {
            if (lessons.get(i).isReadOrWatched() && done++ == wanted.completed()) {
                return i;
            }
        }
        return lessons.size();
    }

    /// One after the other since the place was there, films at the highest speed. The facts carry
    /// the same numbers every time, so those that are known count once.
    private void report(List<String> lessons, Instant since) {
        var diary = new Diary(since);
        for (int i = 0, done = 0; done < wanted.completed(); i++) {
            var lesson = course.lessons().get(i);
            if (lesson.isReadOrWatched()) {
                done++;
                var id = lessons.get(i);
                diary.opens(id);
                lesson.film()
                        .ifPresentOrElse(
                                film -> diary.watches(id, film.seconds()),
                                () -> diary.completes(id));
            }
        }
        if (goesOnAt() < lessons.size()) {
            var next = lessons.get(goesOnAt());
            diary.opens(next);
            wanted.stopped().ifPresent(stop -> diary.watches(next, stop.seconds()));
        }
        diary.awaitItsEnd();
        var device = UUID.nameUUIDFromBytes(courseId.getBytes(StandardCharsets.UTF_8));
        var recorded =
                learner.post(
                        "/api/v1/progress/facts",
                        Map.of("clientId", device, "facts", diary.facts()));
        recorded.path("results")
                .valueStream()
                .filter(result -> result.path("status").asString().equals("REFUSED"))
                .findFirst()
                .ifPresent(refused -> {
                    throw new Failure("a fact was refused: " + refused.path("code").asString());
                });
        new TellingWhatWasSeen(learner, courseId, wanted.learner()).tell(diary.facts());
    }

    /// What a device remembers, in the order in which it happened.
    private static final class Diary {

        private final List<Fact> facts = new ArrayList<>();
        private Instant now;

        Diary(Instant begin) {
            this.now = begin;
        }

        void opens(String lesson) {
            note(Fact.Type.OPENED, lesson, now, Optional.empty());
        }

        void completes(String lesson) {
            note(Fact.Type.COMPLETED, lesson, now, Optional.empty());
        }

        void watches(String lesson, int seconds) {
            var end = now.plusMillis(seconds * 1000L / FASTEST + 1);
            note(Fact.Type.WATCHED, lesson, end, Optional.of(seconds));
            now = end;
        }

        private void note(Fact.Type type, String lesson, Instant end, Optional<Integer> seconds) {
            facts.add(new Fact(facts.size(), type, lesson, now, end, seconds.map(_ -> 0), seconds));
        }

        List<Fact> facts() {
            return facts;
        }

        /// Returns when the platform believes that all of it has happened.
        void awaitItsEnd() {
            var soonest = now.minus(AHEAD);
            while (Instant.now().isBefore(soonest)) {
                LockSupport.parkNanos(Duration.between(Instant.now(), soonest).toNanos());
            }
        }
    }

    /// Nothing while content has not heard of the enrollment, or of what is completed.
    private Optional<JsonNode> opened(String lesson) {
        return Refused.unless(
                Set.of("NOT_ENROLLED", "LESSON_LOCKED"),
                () -> learner.get("/api/v1/lessons/" + lesson));
    }
}
