package dev.lectern.launcher.demo;

import dev.lectern.launcher.demo.Seed.Course;
import dev.lectern.launcher.demo.Seed.Film;
import dev.lectern.launcher.demo.Seed.Lesson;
import dev.lectern.launcher.demo.Seed.Price;
import dev.lectern.launcher.demo.Seed.Section;
import dev.lectern.launcher.demo.Seed.Stage;
import dev.lectern.launcher.demo.Seed.Update;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// An author writes a course and submits it, a moderator publishes it, as far as it shall come.
/// What is published already is left alone: whoever plays with the demo may have changed it since.
///
/// @param media where its picture and the files of its films are
record WritingCourse(Course course, Visitor author, Visitor moderator, Path media) {

    /// @return the id of the course; if it is published, anybody can find it now
    String untilItIsThere() {
        var id = draft().orElseGet(this::start).path("id").asString();
        if (isIn("DRAFT", id)) {
            if (!course.isIn(Stage.DRAFT)) {
                write(id);
                submit(id);
            } else if (!hasAllLessons(id)) {
                write(id);
            }
        }
        if (course.isIn(Stage.PUBLISHED)) {
            publish(id);
        }
        return id;
    }

    /// Publishes what is new as the next version, once.
    void untilItsUpdateIsThere(String id, Update update) {
        if (author.get(draftPath(id)).path("publishedVersion").asInt() > 1) {
            return;
        }
        write(update.section(), id);
        awaitGate(id);
        author.post(
                draftPath(id) + "/publish",
                Map.of("changeNote", update.changeNote()),
                draftPath(id));
        Patience.until(
                "new version of \"" + course.title() + "\" in the catalogue",
                () ->
                        Optional.of(author.get("/api/v1/catalog/courses/" + id))
                                .filter(page ->
                                        titled(update.section().title(), page.path("sections"))
                                                .isPresent()));
    }

    /// What stays a draft belongs to whoever plays with the demo from here on.
    private boolean hasAllLessons(String id) {
        var sections = outline(id);
        return course.sections().stream()
                .allMatch(part ->
                        titled(part.title(), sections).stream()
                                .anyMatch(there ->
                                        there.path("lessons").size() == part.lessons().size()));
    }

    private void submit(String id) {
        awaitGate(id);
        author.post(draftPath(id) + "/submit", Map.of(), draftPath(id));
    }

    private void awaitGate(String id) {
        Patience.until(
                "draft of \"" + course.title() + "\" that is ready for review",
                () ->
                        Optional.of(author.get(draftPath(id) + "/gate"))
                                .filter(gate -> gate.path("ready").asBoolean()));
    }

    private void publish(String id) {
        if (isIn("SUBMITTED", id)) {
            moderator.post("/api/v1/admin/courses/" + id + "/approve", Map.of());
        }
        Patience.until(
                "\"" + course.title() + "\" in the catalogue, under its author's name",
                () -> found(id));
    }

    private Optional<JsonNode> draft() {
        return author.get("/api/v1/courses?limit=100")
                .path("items")
                .valueStream()
                .filter(one -> one.path("title").asString().equals(course.title()))
                .findFirst();
    }

    private JsonNode start() {
        return author.post(
                "/api/v1/courses",
                Map.of(
                        "title", course.title(),
                        "summary", course.summary(),
                        "language", course.language(),
                        "level", course.level(),
                        "category", course.category()));
    }

    private void write(String id) {
        author.patch(
                draftPath(id),
                Map.of(
                        "description", course.description(),
                        "tags", course.tags(),
                        "outcomes", course.outcomes(),
                        "requirements", course.requirements(),
                        "sequential", course.sequential()));
        new SendingPicture(author, media.resolve(course.cover())).asCoverOf(id, draftPath(id));
        course.capacity()
                .ifPresent(seats ->
                        author.patch(
                                "/api/v1/runs/"
                                        + author.get(draftPath(id)).path("defaultRunId").asString(),
                                Map.of("capacity", seats)));
        course.price().ifPresent(price -> ask(price, "/api/v1/prices/" + id));
        course.sections().forEach(section -> write(section, id));
    }

    /// Payment may not have heard of the course yet.
    private void ask(Price price, String path) {
        Patience.until("price to set for \"" + course.title() + "\"", () -> author.find(path));
        author.put(path, Map.of("price", price), path);
    }

    private void write(Section part, String id) {
        var section =
                titled(part.title(), outline(id))
                        .orElseGet(() ->
                                author.post(
                                        draftPath(id) + "/sections",
                                        Map.of("title", part.title())));
        for (var lesson : part.lessons()) {
            var planned =
                    titled(lesson.title(), section.path("lessons"))
                            .orElseGet(() -> add(lesson, section.path("id").asString(), id));
            if (lesson.isRead()) {
                write(lesson, planned);
            }
        }
    }

    /// Course may not have heard of what it shows yet.
    private JsonNode add(Lesson lesson, String sectionId, String id) {
        var plan = new HashMap<String, Object>();
        plan.put("sectionId", sectionId);
        plan.put("title", lesson.title());
        plan.put("kind", lesson.kind());
        plan.put("preview", lesson.preview());
        plan.put("required", lesson.required().orElse(true));
        lesson.film()
                .map(film -> send(film, lesson.title(), id))
                .ifPresent(video -> plan.put("ref", Map.of("videoId", video)));
        lesson.quiz()
                .map(quiz -> new WritingQuiz(author, id).write(quiz, lesson.title()))
                .ifPresent(quiz -> plan.put("ref", Map.of("quizId", quiz)));
        lesson.assignment()
                .map(work -> new WritingAssignment(author, id).write(work, lesson.title()))
                .ifPresent(work -> plan.put("ref", Map.of("assignmentId", work)));
        return Patience.until(
                "lesson that shows \"" + lesson.title() + "\"",
                () ->
                        Refused.unless(
                                Set.of("REF_UNKNOWN"),
                                () -> author.post(draftPath(id) + "/lessons", plan)));
    }

    private String send(Film film, String title, String id) {
        var video = new SendingFilm(author, media, id).untilItPlays(film, title);
        if (course.promo().filter(film.file()::equals).isPresent()) {
            author.patch(draftPath(id), Map.of("promoVideoId", video));
        }
        return video;
    }

    private void write(Lesson lesson, JsonNode inOutline) {
        var path = "/api/v1/lessons/" + inOutline.path("id").asString() + "/draft";
        var body =
                Patience.until(
                        "body to write for \"" + lesson.title() + "\"", () -> author.find(path));
        if (body.path("blocks").isEmpty()) {
            author.put(path, Map.of("blocks", lesson.blocks()), path);
        }
    }

    private boolean isIn(String status, String id) {
        return author.get(draftPath(id)).path("status").asString().equals(status);
    }

    private JsonNode outline(String id) {
        return author.get(draftPath(id) + "/outline").path("sections");
    }

    private Optional<JsonNode> found(String id) {
        return author.get(
                        "/api/v1/catalog/search?q="
                                + URLEncoder.encode(course.title(), StandardCharsets.UTF_8))
                .path("items")
                .valueStream()
                .filter(item -> item.path("courseId").asString().equals(id))
                .filter(item -> item.path("instructor").path("displayName").isString())
                .findFirst();
    }

    private static String draftPath(String id) {
        return "/api/v1/courses/" + id;
    }

    private static Optional<JsonNode> titled(String title, JsonNode parts) {
        return parts.valueStream()
                .filter(part -> part.path("title").asString().equals(title))
                .findFirst();
    }
}
