package dev.lectern.acceptance.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.courses.Device;
import dev.lectern.acceptance.courses.Essay;
import dev.lectern.acceptance.courses.Studies;
import dev.lectern.acceptance.courses.Studio;
import dev.lectern.acceptance.courses.Studio.Draft;
import dev.lectern.acceptance.people.Cast;
import dev.lectern.acceptance.people.Mailbox;
import dev.lectern.acceptance.people.Person;
import dev.lectern.acceptance.platform.OnPlatform;
import dev.lectern.acceptance.platform.Platform;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;

/// A learner hands something in, the author judges it, and the learner hears of it.
@OnPlatform
@TestInstance(Lifecycle.PER_CLASS)
class AssignmentTest {

    private static final Duration EFFECT = Duration.ofSeconds(10);

    private Platform platform;
    private Cast cast;
    private Draft course;
    private Essay essay;

    @BeforeAll
    void aCourseThatAsksForAnEssay(Platform platform, Cast cast) {
        this.platform = platform;
        this.cast = cast;
        var studio = new Studio(cast.instructor("Ines"), cast.moderator());
        course = studio.draft("Read and write", "Read");
        essay = Essay.in(studio, course, true);
        studio.publish(course);
    }

    @Test
    void isJudgedByTheRubricAndJudgedAgainOnlyWithAReason() {
        var leo = enrolled("Leo");
        var studies = new Studies(leo, course);
        var submission = essay.isHandedInBy(leo);

        var failed = essay.grade(submission, 4, "");
        var silent = essay.grade(submission, 9, "");
        var tooMuch = essay.grade(submission, 11, ", \"reason\": \"Generous.\"");
        assertThat(failed.status()).as(failed.body()).isEqualTo(201);
        assertThat(failed.json().path("passed").asBoolean()).isFalse();
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.code()).isEqualTo("REASON_REQUIRED");
        assertThat(tooMuch.code()).isEqualTo("POINTS_OVER_MAX");
        assertThat(notices(leo, "WORK_GRADED", 1)).hasSize(1);

        var passed = essay.grade(submission, 9, ", \"reason\": \"Overlooked a page.\"");
        assertThat(passed.status()).as(passed.body()).isEqualTo(201);

        var shown = leo.api().get("/api/v1/submissions/" + submission).json();
        assertThat(shown.path("scorePercent").asInt()).isEqualTo(90);
        assertThat(shown.path("grades")).hasSize(2);
        assertThat(shown.at("/grades/1/reason").asString()).isEqualTo("Overlooked a page.");
        await("the lesson counts").atMost(EFFECT).until(() -> studies.percent() == 50);
        assertThat(notices(leo, "WORK_GRADED", 2)).hasSize(2);
        await("Leo has mail of both grades")
                .atMost(EFFECT)
                .until(() -> mails(leo, "Your work is graded") == 2);
        new Device(leo).completes(course.lessonIds().getFirst());
        assertThat(leo.api().get("/api/v1/progress/" + course.id() + "/why").text("verdict"))
                .isEqualTo("COMPLETED");
    }

    @Test
    void isNobodyElsesToReadOrToJudge() {
        var leo = enrolled("Leo");
        var mia = enrolled("Mia");
        var submission = essay.isHandedInBy(leo);
        essay.isHandedInBy(mia);
        var path = "/api/v1/submissions/" + submission;
        var grade =
                "{\"scores\": [{\"criterionId\": \"%s\", \"points\": 10}]}"
                        .formatted(essay.criterion());

        assertThat(mia.api().get(path).status()).isEqualTo(404);
        assertThat(mia.intending().post(path + "/grades", grade).status()).isEqualTo(404);
        assertThat(leo.intending().post(path + "/grades", grade).status()).isEqualTo(404);
        assertThat(essay.handsIn(cast.learner("Tom"), "Let me in.").code())
                .isEqualTo("NOT_ENROLLED");
    }

    @Test
    void standsInTheGradebookOfTheAuthorAndInThatOfTheLearnerAlone() {
        var leo = enrolled("Leo");
        var mia = enrolled("Mia");
        essay.grade(essay.isHandedInBy(leo), 7, "");
        essay.isHandedInBy(mia);
        var path = "/api/v1/gradebook/" + course.id();

        var own = leo.api().get(path).json();
        var all = essay.studio().author().api().get(path).json();

        assertThat(own.path("items")).hasSize(1);
        assertThat(own.at("/items/0/learnerId").asString()).isEqualTo(leo.id().toString());
        assertThat(own.at("/items/0/cells/0/scorePercent").asInt()).isEqualTo(70);
        assertThat(rowOf(all, leo.id()).at("/cells/0/scorePercent").asInt()).isEqualTo(70);
        assertThat(rowOf(all, mia.id()).at("/cells/0/scorePercent").isNull()).isTrue();
        assertThat(cast.learner("Tom").api().get(path).code()).isEqualTo("NOT_ENROLLED");
    }

    private static JsonNode rowOf(JsonNode gradebook, UUID learner) {
        return gradebook
                .path("items")
                .valueStream()
                .filter(row -> row.path("learnerId").asString().equals(learner.toString()))
                .findFirst()
                .orElseThrow();
    }

    private Person enrolled(String name) {
        var person = cast.learner(name);
        new Studies(person, course).enroll();
        return person;
    }

    private long mails(Person person, String subject) {
        return new Mailbox(platform.control(), person.email())
                .received()
                .valueStream()
                .filter(mail -> mail.path("subject").asString().equals(subject))
                .count();
    }

    private static List<JsonNode> notices(Person person, String kind, int atLeast) {
        return await("notices of " + kind)
                .atMost(EFFECT)
                .until(
                        () ->
                                person.api()
                                        .get("/api/v1/notifications")
                                        .json()
                                        .path("items")
                                        .valueStream()
                                        .filter(one -> one.path("kind").asString().equals(kind))
                                        .toList(),
                        found -> found.size() >= atLeast);
    }
}
