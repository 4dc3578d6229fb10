package dev.lectern.assessment.assignments.web;

import static dev.lectern.assessment.School.idOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.assessment.AssessmentTest;
import dev.lectern.assessment.Facts;
import dev.lectern.assessment.Hearing;
import dev.lectern.assessment.School;
import dev.lectern.assessment.School.Course;
import dev.lectern.assessment.TurnableClock.Turnable;
import dev.lectern.client.Answer;
import dev.lectern.events.media.AssetReady;
import dev.lectern.testing.facts.Enrolled;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@AssessmentTest
@SuppressWarnings("NullAway.Init")
class AssignmentControllerTest {

    private static final String ASSIGNMENTS = "/api/v1/assignments";
    private static final String SUBMISSIONS = "/api/v1/submissions";
    private static final String GRADEBOOK = "/api/v1/gradebook";

    @Autowired School school;
    @Autowired Hearing hears;
    @Autowired Turnable clock;
    @Autowired JdbcClient database;

    private Course course;
    private UUID ines;
    private JsonNode assignment;
    private UUID id;
    private Enrolled enrolled;
    private UUID leo;
    private final UUID stranger = UUID.randomUUID();

    @BeforeEach
    void anAssignmentThatIsPublished() {
        course = school.aCourse();
        ines = course.author();
        assignment = written();
        id = idOf(assignment);
        hears.of(Facts.showing(course.id(), id));
        enrolled = school.enroll(course, 1);
        leo = enrolled.learner();
    }

    @Test
    void showsItToWhoWritesAndWhoLearnsTheCourseAndToNobodyElse() {
        assertThat(school.as(ines).get(ASSIGNMENTS + "/" + id).json()).isEqualTo(assignment);
        assertThat(school.as(leo).get(ASSIGNMENTS + "/" + id).json()).isEqualTo(assignment);
        assertCode("NOT_ENROLLED", school.as(stranger).get(ASSIGNMENTS + "/" + id));
        var draft = idOf(written());
        assertThat(school.as(leo).get(ASSIGNMENTS + "/" + draft).status()).isEqualTo(404);
        assertThat(school.as(stranger).get(ASSIGNMENTS + "/" + draft).status()).isEqualTo(404);
        assertThat(school.anyone().get(ASSIGNMENTS + "/" + id).status()).isEqualTo(401);
        assertThat(listed(ines)).hasSize(2);
        assertThat(listed(leo)).hasSize(1);
    }

    @Test
    void isWrittenByMembersOfTheCourseOnly() {
        assertThat(school.post(leo, ASSIGNMENTS, body()).status()).isEqualTo(404);
        assertThat(school.post(stranger, ASSIGNMENTS, body()).status()).isEqualTo(404);
    }

    @Test
    void refusesWhatIsWrongOnItsFace() {
        for (var wrong :
                List.of(
                        Map.entry("rubric", List.of()),
                        Map.entry("rubric", List.of(Map.of("title", "x", "points", 0))),
                        Map.entry("passPercent", 101),
                        Map.entry("title", "a\u0000b"),
                        Map.entry("dueAt", "tomorrow"),
                        Map.entry("lateUntilAt", Instant.now().toString()),
                        Map.entry("unknown", 1))) {
            var body = body();
            body.put(wrong.getKey(), wrong.getValue());
            assertThat(school.post(ines, ASSIGNMENTS, body).status())
                    .as(wrong.toString())
                    .isEqualTo(400);
        }
    }

    @Test
    void takesSubmissionsOfLearnersOneAfterTheOther() {
        var first = handIn(leo);
        var second = handIn(leo);

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.json().get("number").asInt()).isEqualTo(1);
        assertThat(first.text("status")).isEqualTo("SUBMITTED");
        assertThat(second.json().get("number").asInt()).isEqualTo(2);
        assertCode("NOT_ENROLLED", handIn(ines));
        assertCode("NOT_ENROLLED", handIn(stranger));
        assertThat(school.post(leo, submissions(), Map.of("text", " ")).status()).isEqualTo(400);
    }

    @Test
    void numbersWhatComesAtTheSameMoment() throws Exception {
        var tasks =
                IntStream.range(0, 8).<Callable<Answer>>mapToObj(_ -> () -> handIn(leo)).toList();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var answer : pool.invokeAll(tasks)) {
                assertThat(answer.get().status()).isEqualTo(201);
            }
        }

        var numbers =
                database.sql("select number from submission where learner_id = :id order by number")
                        .param("id", leo)
                        .query(Integer.class)
                        .list();
        assertThat(numbers).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void takesOnlyAssetsOfTheCourse() {
        var own = UUID.randomUUID();
        var foreign = UUID.randomUUID();
        hears.of(
                new AssetReady(own, course.id(), "FILE"),
                new AssetReady(foreign, UUID.randomUUID(), "FILE"));

        assertThat(handIn(leo, own).status()).isEqualTo(201);
        assertCode("REF_UNKNOWN", handIn(leo, own, foreign));
        assertCode("REF_UNKNOWN", handIn(leo, UUID.randomUUID()));
    }

    @Test
    void marksWhatIsLateAndRefusesWhatIsTooLate() {
        var due = clock.instant().plus(Duration.ofHours(1));
        var body = body();
        body.put("dueAt", due.toString());
        body.put("lateUntilAt", due.plus(Duration.ofHours(1)).toString());
        id = idOf(school.post(ines, ASSIGNMENTS, body).json());
        course = new Course(course.id(), ines);
        database.sql("insert into copy_course_assignment values (:course, 1, :id)")
                .param("course", course.id())
                .param("id", id)
                .update();

        assertThat(handIn(leo).json().get("late").asBoolean()).isFalse();
        database.sql("update assignment set due_at = now() - interval '1 hour' where id = :id")
                .param("id", id)
                .update();
        assertThat(handIn(leo).json().get("late").asBoolean()).isTrue();
        database.sql(
                        "update assignment set late_until_at = now() - interval '1 second' where id = :id")
                .param("id", id)
                .update();
        assertCode("PAST_DUE", handIn(leo));
    }

    @Test
    void keepsEveryGradeAndAsksWhyFromTheSecondOn() {
        var submission = idOf(handIn(leo).json());

        var first = grade(ines, submission, null, 6, 1);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.json().get("scorePercent").asInt()).isEqualTo(70);
        assertThat(first.json().hasNonNull("supersedes")).isFalse();
        assertCode("REASON_REQUIRED", grade(ines, submission, null, 7, 3));
        assertCode("REASON_REQUIRED", grade(ines, submission, " ", 7, 3));
        var second = grade(ines, submission, "Read again", 7, 3);

        assertThat(second.json().get("supersedes").asString())
                .isEqualTo(first.json().get("id").asString());
        var shown = school.as(leo).get(SUBMISSIONS + "/" + submission).json();
        assertThat(shown.get("status").asString()).isEqualTo("GRADED");
        assertThat(shown.get("scorePercent").asInt()).isEqualTo(100);
        assertThat(shown.get("grades")).hasSize(2);
        assertThat(shown.at("/grades/1/reason").asString()).isEqualTo("Read again");
        assertThatThrownBy(() -> database.sql("delete from submission_grade").update())
                .hasMessageContaining("neither changed nor taken away");
        var cell = school.as(leo).get(GRADEBOOK + "/" + course.id()).json().at("/items/0/cells/0");
        assertThat(cell.get("scorePercent").asInt()).isEqualTo(100);
        assertThat(cell.get("overridden").asBoolean()).isTrue();
    }

    @Test
    void refusesScoresThatDoNotFitTheRubric() {
        var submission = idOf(handIn(leo).json());

        assertCode("POINTS_OVER_MAX", grade(ines, submission, null, 8, 1));
        assertCode("RUBRIC_MISMATCH", grade(ines, submission, null, 7));
        assertCode(
                "RUBRIC_MISMATCH",
                school.post(
                        ines,
                        SUBMISSIONS + "/" + submission + "/grades",
                        Map.of("scores", List.of(score(0, 1), score(0, 1)))));
        assertThat(grade(ines, submission, null, -1, 1).status()).isEqualTo(400);
    }

    @Test
    void isGradedAndSeenByMembersOnlyAndSeenByItsLearner() {
        var submission = idOf(handIn(leo).json());
        var other = school.enroll(course, 1).learner();

        assertThat(grade(leo, submission, null, 7, 3).status()).isEqualTo(404);
        assertThat(grade(other, submission, null, 7, 3).status()).isEqualTo(404);
        assertThat(grade(stranger, submission, null, 7, 3).status()).isEqualTo(404);
        assertThat(read(ines, submission)).isEqualTo(200);
        assertThat(read(leo, submission)).isEqualTo(200);
        assertThat(read(other, submission)).isEqualTo(404);
        assertThat(read(stranger, submission)).isEqualTo(404);
        assertThat(school.as(ines).get(submissions()).json().get("items")).hasSize(1);
        assertThat(school.as(other).get(submissions()).json().get("items")).isEmpty();
        hears.of(enrolled.suspended());
        assertThat(read(leo, submission)).isEqualTo(403);
    }

    @Test
    void showsTheGradebookPageByPageToMembersAndOneRowToLearners() {
        handIn(leo);
        school.enroll(course, 1);
        var path = GRADEBOOK + "/" + course.id();

        var page = school.as(ines).get(path + "?limit=1").json();
        var rest = school.as(ines).get(path + "?limit=1&cursor=" + page.get("next").asString());
        var own = school.as(leo).get(path).json();

        assertThat(page.get("columns")).hasSize(1);
        assertThat(page.get("items")).hasSize(1);
        assertThat(rest.json().get("items")).hasSize(1);
        assertThat(rest.json().hasNonNull("next")).isFalse();
        assertThat(own.get("items")).hasSize(1);
        assertThat(own.at("/items/0/learnerId").asString()).isEqualTo(leo.toString());
        assertThat(own.at("/items/0/cells/0/attempts").asInt()).isEqualTo(1);
        assertCode("NOT_ENROLLED", school.as(stranger).get(path));
        assertThat(school.as(stranger).get(GRADEBOOK + "/" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    private JsonNode written() {
        var answer = school.post(ines, ASSIGNMENTS, body());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private Map<String, Object> body() {
        var body = new LinkedHashMap<String, Object>();
        body.put("courseId", course.id());
        body.put("title", "An essay");
        body.put("instructions", "Write about aliasing.");
        body.put("passPercent", 70);
        body.put(
                "rubric",
                List.of(
                        Map.of("title", "Right", "points", 7),
                        Map.of("title", "Clear", "points", 3)));
        return body;
    }

    private String submissions() {
        return ASSIGNMENTS + "/" + id + "/submissions";
    }

    private Answer handIn(UUID person, UUID... assets) {
        return school.post(
                person, submissions(), Map.of("text", "My essay", "assetIds", List.of(assets)));
    }

    private Map<String, Object> score(int place, int points) {
        return Map.of(
                "criterionId",
                assignment.at("/rubric/" + place + "/id").asString(),
                "points",
                points);
    }

    private Answer grade(UUID person, UUID submission, @Nullable String reason, int... points) {
        var body = new LinkedHashMap<String, Object>();
        body.put(
                "scores",
                IntStream.range(0, points.length).mapToObj(i -> score(i, points[i])).toList());
        if (reason != null) {
            body.put("reason", reason);
        }
        return school.post(person, SUBMISSIONS + "/" + submission + "/grades", body);
    }

    private int read(UUID person, UUID submission) {
        return school.as(person).get(SUBMISSIONS + "/" + submission).status();
    }

    private JsonNode listed(UUID person) {
        return school.as(person).get(ASSIGNMENTS + "?courseId=" + course.id()).json().get("items");
    }

    private static void assertCode(String code, Answer answer) {
        assertThat(answer.code()).as(answer.body()).isEqualTo(code);
    }
}
