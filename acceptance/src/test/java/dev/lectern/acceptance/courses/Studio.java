package dev.lectern.acceptance.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.people.Person;
import dev.lectern.client.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// An author at work: from an empty draft to a course people find.
public record Studio(Person author, Person moderator) {

    private static final Duration EFFECT = Duration.ofSeconds(10);

    /// A course as its author knows it.
    public record Draft(UUID id, UUID runId, String title, UUID sectionId, List<UUID> lessonIds) {}

    /// A draft of one section with a picture, and with an article written for each title, that
    /// costs nothing.
    public Draft draft(String title, String... lessons) {
        var course =
                created(
                        author.intending()
                                .post(
                                        "/api/v1/courses",
                                        """
                                        {"title": "%s", "summary": "What %s is about.",
                                         "language": "en", "level": "BEGINNER",
                                         "category": "ENGINEERING"}
                                        """
                                                .formatted(title, title)));
        var id = UUID.fromString(course.text("id"));
        price(id, 0);
        var cover = Cover.sentFor(id, author);
        var section =
                created(
                        author.intending()
                                .post(
                                        "/api/v1/courses/" + id + "/sections",
                                        "{\"title\": \"Beginning\"}"));
        var sectionId = UUID.fromString(section.text("id"));
        var lessonIds = new ArrayList<UUID>();
        for (var lesson : lessons) {
            lessonIds.add(article(id, sectionId, lesson, lessonIds.isEmpty()));
        }
        choose(cover, id);
        return new Draft(
                id, UUID.fromString(course.text("defaultRunId")), title, sectionId, lessonIds);
    }

    /// Shows a course with a picture, as soon as course knows it.
    private void choose(UUID cover, UUID course) {
        var path = "/api/v1/courses/" + course;
        var chosen =
                await("course knows the picture")
                        .atMost(EFFECT)
                        .until(
                                () ->
                                        author.api()
                                                .with(
                                                        "If-Match",
                                                        author.api().get(path).header("ETag"))
                                                .patch(
                                                        path,
                                                        "{\"coverAssetId\": \"" + cover + "\"}"),
                                answer -> !answer.code().equals("REF_UNKNOWN"));
        assertThat(chosen.status()).as(chosen.body()).isEqualTo(200);
    }

    /// Asks so many euro cents for a course, as soon as payment knows it.
    public void price(UUID course, long cents) {
        var path = "/api/v1/prices/" + course;
        var now =
                await("payment knows the course")
                        .atMost(EFFECT)
                        .until(() -> author.api().get(path), answer -> answer.status() == 200);
        var set =
                author.api()
                        .with("If-Match", now.header("ETag"))
                        .put(
                                path,
                                "{\"price\": {\"amount\": %d, \"currency\": \"EUR\"}}"
                                        .formatted(cents));
        assertThat(set.status()).as(set.body()).isEqualTo(200);
    }

    /// A written article; a preview may be read by anyone.
    public UUID article(UUID course, UUID section, String title, boolean preview) {
        var lesson =
                created(
                        author.intending()
                                .post(
                                        "/api/v1/courses/" + course + "/lessons",
                                        """
                                        {"sectionId": "%s", "title": "%s", "kind": "ARTICLE",
                                         "preview": %s}
                                        """
                                                .formatted(section, title, preview)));
        var id = UUID.fromString(lesson.text("id"));
        write(id, "This is " + title + ".");
        return id;
    }

    /// Writes the body of a lesson anew, as soon as content knows the lesson.
    public void write(UUID lesson, String text) {
        var path = "/api/v1/lessons/" + lesson + "/draft";
        var draft =
                await("content knows the lesson")
                        .atMost(EFFECT)
                        .until(() -> author.api().get(path), answer -> answer.status() == 200);
        var written =
                author.api().with("If-Match", draft.header("ETag")).put(path, bodySaying(text));
        assertThat(written.status()).as(written.body()).isEqualTo(200);
    }

    /// Submits and has the moderator approve; returns when anybody finds it.
    public Draft published(String title, String... lessons) {
        return publish(draft(title, lessons));
    }

    /// The same for so many euro cents.
    public Draft priced(long cents, String title, String... lessons) {
        var draft = draft(title, lessons);
        price(draft.id(), cents);
        return publish(draft);
    }

    /// Lets a run have so many seats, as soon as enrollment knows it.
    public void limit(UUID run, int seats) {
        var path = "/api/v1/runs/" + run;
        var set =
                author.api()
                        .with("If-Match", author.api().get(path).header("ETag"))
                        .patch(path, "{\"capacity\": " + seats + "}");
        assertThat(set.status()).as(set.body()).isEqualTo(200);
    }

    /// Submits a draft and has the moderator approve; returns when anybody finds it.
    public Draft publish(Draft draft) {
        assertThat(submit(draft).text("status")).isEqualTo("SUBMITTED");
        var approved =
                moderator
                        .intending()
                        .post("/api/v1/admin/courses/" + draft.id() + "/approve", "{}");
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        awaitOffered(draft);
        return draft;
    }

    /// Asks for the review, once the gate has nothing against it.
    public Answer submit(Draft draft) {
        awaitReady(draft);
        return author.intending()
                .with("If-Match", etagOf(draft))
                .post("/api/v1/courses/" + draft.id() + "/submit", "{}");
    }

    /// Publishes what was changed since.
    public Answer publishAgain(Draft draft) {
        awaitReady(draft);
        return author.intending()
                .with("If-Match", etagOf(draft))
                .post(
                        "/api/v1/courses/" + draft.id() + "/publish",
                        "{\"changeNote\": \"One more lesson.\"}");
    }

    /// Offers an earlier version to newcomers.
    public Answer rollBack(Draft draft, int toVersion) {
        return author.intending()
                .with("If-Match", etagOf(draft))
                .post(
                        "/api/v1/courses/" + draft.id() + "/rollback",
                        "{\"toVersion\": " + toVersion + "}");
    }

    public String etagOf(Draft draft) {
        return author.api().get("/api/v1/courses/" + draft.id()).header("ETag");
    }

    /// Returns when the gate has nothing against the draft.
    public void awaitReady(Draft draft) {
        await("the gate knows of every written lesson")
                .atMost(EFFECT)
                .until(
                        () -> author.api().get("/api/v1/courses/" + draft.id() + "/gate"),
                        gate -> gate.json().path("ready").asBoolean());
    }

    private void awaitOffered(Draft draft) {
        await("the catalogue and enrollment know the course")
                .atMost(EFFECT)
                .until(() ->
                        author.api()
                                        .get(
                                                "/api/v1/access?courseId=%s&lessonId=%s"
                                                        .formatted(
                                                                draft.id(),
                                                                draft.lessonIds().getFirst()))
                                        .status()
                                == 200);
    }

    private static String bodySaying(String text) {
        return """
        {"blocks": [{"id": "b1", "type": "TEXT", "doc": {"type": "doc", "content": [
          {"type": "paragraph", "content": [{"type": "text", "text": "%s"}]}]}}]}
        """
                .formatted(text);
    }

    static Answer created(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }
}
