package dev.lectern.acceptance.courses;

import static dev.lectern.acceptance.courses.Studio.created;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.courses.Studio.Draft;
import dev.lectern.acceptance.people.Person;
import dev.lectern.client.Answer;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// An assignment of one criterion worth ten points, passed with five, and what is handed in for it.
///
/// @param assignment as it was written
public record Essay(Studio studio, JsonNode assignment) {

    private static final Duration EFFECT = Duration.ofSeconds(10);

    /// Writes it, and a lesson that shows it, as soon as course knows of it.
    public static Essay in(Studio studio, Draft course, boolean required) {
        var author = studio.author();
        var assignment =
                created(
                                author.intending()
                                        .post(
                                                "/api/v1/assignments",
                                                """
                                                {"courseId": "%s", "title": "Essay",
                                                 "instructions": "Write.", "passPercent": 50,
                                                 "rubric": [{"title": "Clear", "points": 10}]}
                                                """
                                                        .formatted(course.id())))
                        .json();
        var body =
                """
                {"sectionId": "%s", "title": "Essay", "kind": "ASSIGNMENT", "required": %s,
                 "ref": {"assignmentId": "%s"}}
                """
                        .formatted(course.sectionId(), required, assignment.path("id").asString());
        created(
                await("course knows the assignment")
                        .atMost(EFFECT)
                        .until(
                                () ->
                                        author.intending()
                                                .post(
                                                        "/api/v1/courses/"
                                                                + course.id()
                                                                + "/lessons",
                                                        body),
                                answer -> !answer.code().equals("REF_UNKNOWN")));
        return new Essay(studio, assignment);
    }

    public UUID id() {
        return UUID.fromString(assignment.path("id").asString());
    }

    /// The one thing that is judged.
    public String criterion() {
        return assignment.at("/rubric/0/id").asString();
    }

    public Answer handsIn(Person learner, String text) {
        return learner.intending()
                .post(
                        "/api/v1/assignments/" + id() + "/submissions",
                        "{\"text\": \"" + text + "\"}");
    }

    /// Hands something in, as soon as assessment knows of the enrollment.
    public String isHandedInBy(Person learner) {
        return await("assessment knows of the enrollment")
                .atMost(EFFECT)
                .until(() -> handsIn(learner, "As I see it."), answer -> answer.status() == 201)
                .text("id");
    }

    /// The author's judgement.
    ///
    /// @param further fields beside the scores, as JSON that begins with a comma
    public Answer grade(String submission, int points, String further) {
        return studio.author()
                .intending()
                .post(
                        "/api/v1/submissions/" + submission + "/grades",
                        "{\"scores\": [{\"criterionId\": \"%s\", \"points\": %d}]%s}"
                                .formatted(criterion(), points, further));
    }
}
