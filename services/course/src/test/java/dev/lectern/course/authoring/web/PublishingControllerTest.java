package dev.lectern.course.authoring.web;

import static dev.lectern.course.testkit.Desk.assertRefused;
import static dev.lectern.course.testkit.Desk.pathOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.common.security.Caller;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.LessonKind;
import dev.lectern.course.testkit.Callees;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Desk;
import dev.lectern.course.testkit.Learners;
import dev.lectern.course.testkit.Studio;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// The way of a draft to its versions, as its author goes it.
@CourseTest
class PublishingControllerTest {

    @LocalServerPort int port;
    @Autowired Studio studio;

    private final Caller ines = Studio.anInstructor();
    private Desk author = new Desk(new Client(0));

    @BeforeEach
    void sitDown() {
        author = Desk.of(port, ines);
    }

    @Nested
    class Submitting {

        @Test
        void answersWithAllFailuresAtOnce() {
            var course = studio.draft(ines, "Not ready");
            var section = studio.section(course, "Waves", ines);
            studio.lesson(course, section, "Film", LessonKind.VIDEO, ines);
            studio.article(course, section, "Empty", ines);

            var answer = submit(course);

            assertRefused(answer, 422, "GATE_FAILED");
            assertThat(answer.text("detail")).isEqualTo("4 things are missing.");
            assertThat(answer.json().get("errors"))
                    .extracting(error -> error.get("code").asString())
                    .containsExactly(
                            "MEDIA_NOT_READY", "REF_BROKEN", "PRICE_MISSING", "COVER_MISSING");
            assertThat(answer.json().at("/errors/1/pointer").asString())
                    .isEqualTo("/sections/0/lessons/1");
            assertThat(author.read(course).text("status")).isEqualTo("DRAFT");
        }

        @Test
        void asksForALessonFirst() {
            var course = studio.draft(ines, "Nothing in it");
            studio.priced(course, 0);
            studio.covered(course);

            var answer = submit(course);

            assertRefused(answer, 422, "GATE_FAILED");
            assertThat(answer.text("detail")).isEqualTo("1 thing is missing.");
            assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("NO_LESSON");
        }

        @Test
        void hasTheDraftWaitForItsReview() {
            var course = studio.writtenDraft(ines, Studio.details("Frozen"));

            var submitted = submit(course);

            assertThat(submitted.status()).isEqualTo(200);
            assertThat(submitted.text("status")).isEqualTo("SUBMITTED");
            assertThat(submitted.json().at("/review/note").asString()).isEqualTo("Please look");
            assertThat(submitted.header("ETag")).isEqualTo(author.read(course).header("ETag"));
            assertRefused(submit(course), 409, "UNDER_REVIEW");
        }

        @Test
        void isNotNeededAgainOnceACourseWasApproved() {
            assertRefused(
                    submit(studio.published(ines, "Approved before")), 409, "REVIEW_NOT_NEEDED");
        }

        @Test
        void needsKeyAndEtag() {
            var course = studio.writtenDraft(ines, Studio.details("Marked"));

            assertMarked(course, "/submit");
        }

        @Test
        void repeatsTheFirstAnswerForTheSameKey() {
            var course = studio.writtenDraft(ines, Studio.details("Repeated"));
            var keyed = author.having(author.read(course)).client().withKey("submit");

            var first = keyed.post(pathOf(course) + "/submit", "{}");
            var second = keyed.post(pathOf(course) + "/submit", "{}");

            assertThat(first.status()).isEqualTo(200);
            assertThat(second.status()).isEqualTo(200);
            assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
            assertRefused(
                    keyed.post(pathOf(course) + "/submit", "{\"note\": \"Other\"}"),
                    422,
                    "IDEMPOTENCY_KEY_REUSED");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{\"note\": 7}", "[]"})
        void refusesANoteThatIsNone(String body) {
            var course = studio.writtenDraft(ines, Studio.details("Noted"));
            var reading = author.having(author.read(course));

            assertRefused(reading.post(pathOf(course) + "/submit", body), 400, "INVALID_VALUE");
            assertRefused(
                    reading.post(
                            pathOf(course) + "/submit",
                            "{\"note\": \"%s\"}".formatted("n".repeat(2001))),
                    400,
                    "INVALID_VALUE");
        }

        private Answer submit(CourseId course) {
            return author.having(author.read(course))
                    .post(pathOf(course) + "/submit", "{\"note\": \"Please look\"}");
        }
    }

    @Nested
    class RollingBack {

        @Test
        void givesNewcomersAnEarlierVersionAgain() {
            var course = studio.published(ines, "Back again");
            var section = studio.firstSection(course, ines);
            studio.written(course, studio.article(course, section, "More", ines));
            publishNext(course);
            studio.awaitListed(course, 2);
            var heard = studio.neighbours().listenTo("course");

            var answer = rollBack(course, 1);

            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.json().get("publishedVersion").asInt()).isEqualTo(2);
            assertThat(answer.json().get("offeredVersion").asInt()).isEqualTo(1);
            studio.awaitListed(course, 1);
            assertThat(heard.atLeast(1, "course.published.v1"))
                    .filteredOn(event ->
                            event.at("/data/courseId").asString().equals(course.value().toString()))
                    .extracting(event -> event.at("/data/version").asInt())
                    .containsExactly(1);
            assertThat(publishNext(course).json().get("publishedVersion").asInt()).isEqualTo(3);
            studio.awaitListed(course, 3);
        }

        @Test
        void goesOnlyToVersionsThereAre() {
            var course = studio.published(ines, "Forward");

            assertRefused(rollBack(course, 2), 422, "VERSION_UNKNOWN");
            assertRefused(rollBack(course, 0), 400, "INVALID_VALUE");
            assertRefused(
                    rollBack(studio.writtenDraft(ines, Studio.details("Never")), 1),
                    422,
                    "VERSION_UNKNOWN");
        }

        @Test
        void needsKeyAndEtag() {
            var course = studio.published(ines, "Marked rollback");
            var path = pathOf(course) + "/rollback";

            assertRefused(
                    author.having(author.read(course)).client().post(path, "{\"toVersion\": 1}"),
                    400,
                    "IDEMPOTENCY_KEY_REQUIRED");
            assertRefused(author.post(path, "{\"toVersion\": 1}"), 428, "IF_MATCH_REQUIRED");
        }

        private Answer publishNext(CourseId course) {
            return author.having(author.read(course)).post(pathOf(course) + "/publish", "{}");
        }

        private Answer rollBack(CourseId course, int to) {
            return author.having(author.read(course))
                    .client()
                    .withKey("to-" + to)
                    .post(pathOf(course) + "/rollback", "{\"toVersion\": " + to + "}");
        }
    }

    @Nested
    class Unpublishing {

        @Test
        void takesTheCourseOutOfTheCatalogUntilItIsOfferedAgain() {
            var course = studio.published(ines, "Outdated");
            var page = "/api/v1/catalog/courses/" + course.value();
            studio.awaitListed(course, 1);
            var heard = studio.neighbours().listenTo("course");

            var answer = unpublish(course);

            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.text("withdrawnBecause")).isEqualTo("Out of date");
            await().untilAsserted(() -> assertRefused(author.get(page), 410, "COURSE_WITHDRAWN"));
            assertThat(author.get("/api/v1/catalog/search?q=Outdated").json().get("items"))
                    .isEmpty();
            assertThat(heard.atLeast(1, "course.published.v1"))
                    .filteredOn(event ->
                            event.at("/data/courseId").asString().equals(course.value().toString()))
                    .allMatch(event -> event.at("/data/withdrawnAt").isString());
            assertRefused(unpublish(course), 409, "ALREADY_WITHDRAWN");

            var again = author.having(author.read(course)).post(pathOf(course) + "/publish", "{}");

            assertThat(again.status()).as(again.body()).isEqualTo(200);
            studio.awaitListed(course, 2);
            assertThat(author.get(page).status()).isEqualTo(200);
        }

        @Test
        void isForPublishedCoursesAlone() {
            assertRefused(
                    unpublish(studio.writtenDraft(ines, Studio.details("Unborn"))),
                    409,
                    "NOT_PUBLISHED");
        }

        @Test
        void needsAReasonAKeyAndAnEtag() {
            var course = studio.published(ines, "Marked withdrawal");
            var path = pathOf(course) + "/unpublish";

            assertRefused(
                    author.having(author.read(course)).client().withKey("k").post(path, "{}"),
                    400,
                    "INVALID_VALUE");
            assertRefused(
                    author.having(author.read(course)).client().post(path, "{\"reason\": \"x\"}"),
                    400,
                    "IDEMPOTENCY_KEY_REQUIRED");
            assertRefused(author.post(path, "{\"reason\": \"x\"}"), 428, "IF_MATCH_REQUIRED");
        }

        private Answer unpublish(CourseId course) {
            return author.having(author.read(course))
                    .post(pathOf(course) + "/unpublish", "{\"reason\": \"Out of date\"}");
        }
    }

    @Nested
    class Publishing {

        @Test
        void makesTheNextVersionWithoutAReview() {
            var course = studio.published(ines, "Next");
            var section = studio.firstSection(course, ines);
            studio.written(course, studio.article(course, section, "More", ines));

            var answer = publish(course);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().get("publishedVersion").asInt()).isEqualTo(2);
            assertThat(answer.text("status")).isEqualTo("PUBLISHED");
            assertThat(answer.header("ETag")).isEqualTo(author.read(course).header("ETag"));
        }

        @Test
        void repeatsTheFirstAnswerForTheSameKeyThoughItsEtagIsOldByThen() {
            var course = studio.published(ines, "Next twice");
            var keyed = author.having(author.read(course)).client().withKey("publish");

            keyed.post(pathOf(course) + "/publish", "{}");
            var again = keyed.post(pathOf(course) + "/publish", "{}");

            assertThat(again.status()).isEqualTo(200);
            assertThat(again.json().get("publishedVersion").asInt()).isEqualTo(2);
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        }

        @Test
        void needsKeyAndEtag() {
            assertMarked(studio.published(ines, "Marked too"), "/publish");
        }

        @Test
        void needsAReviewFirst() {
            var draft = studio.writtenDraft(ines, Studio.details("Never approved"));
            var submitted = studio.submitted(ines, "Not approved yet");

            assertRefused(publish(draft), 409, "REVIEW_REQUIRED");
            assertRefused(publish(submitted), 409, "REVIEW_REQUIRED");
            assertThat(Callees.callsAbout(draft.value())).isEmpty();
        }

        @Test
        void goesThroughTheGate() {
            var course = studio.published(ines, "Gated again");
            var section = studio.firstSection(course, ines);
            Callees.emptied(studio.article(course, section, "Empty", ines).value());
            studio.lesson(course, section, "Film", LessonKind.VIDEO, ines);

            var answer = publish(course);

            assertRefused(answer, 422, "GATE_FAILED");
            assertThat(answer.json().get("errors"))
                    .extracting(error -> error.get("code").asString())
                    .containsExactly("REF_BROKEN", "MEDIA_NOT_READY");
            assertThat(author.read(course).json().get("publishedVersion").asInt()).isEqualTo(1);
        }

        @Test
        void namesTheLessonThatContentHasNotHeardOf() {
            var course = studio.published(ines, "Ahead of content");
            var section = studio.firstSection(course, ines);
            Callees.unheard(studio.article(course, section, "Just made", ines).value());

            var answer = publish(course);

            assertRefused(answer, 422, "GATE_FAILED");
            assertThat(answer.json().get("errors")).hasSize(1);
            assertThat(answer.json().at("/errors/0/pointer").asString())
                    .isEqualTo("/sections/0/lessons/1");
        }

        @Test
        void changesNothingWhileContentDoesNotAnswer() {
            var course = studio.published(ines, "Unanswered");
            Callees.unreachable(course.value());

            var answer = publish(course);
            Callees.reachable(course.value());

            assertRefused(answer, 503, "UNAVAILABLE");
            assertThat(answer.header("Retry-After")).isNotEmpty();
            assertThat(author.read(course).json().get("publishedVersion").asInt()).isEqualTo(1);
            assertThat(publish(course).status()).isEqualTo(200);
        }

        private Answer publish(CourseId course) {
            return author.having(author.read(course)).post(pathOf(course) + "/publish", "{}");
        }
    }

    @Nested
    class Comparing {

        @Autowired Learners learners;

        @Test
        void tellsHowManyLearnAnOlderVersion() {
            var course = studio.published(ines, "Changes");
            learners.granted(course, 1);
            learners.revoked(course, learners.granted(course, 1));
            learners.expired(course, learners.granted(course, 1));
            studio.publishNext(course, ines);
            learners.granted(course, 2);
            learners.granted(course, 2);

            var changes = changesOf(course);

            assertThat(changes.get("learnersOnOlder").asInt()).isEqualTo(3);
            assertThat(changes.at("/learners/0/version").asInt()).isEqualTo(1);
            assertThat(changes.at("/learners/0/learners").asInt()).isEqualTo(1);
            assertThat(changes.at("/learners/1/learners").asInt()).isEqualTo(2);
        }

        @Test
        void tellsWhichLessonsAreAddedRemovedOrChanged() {
            var course = studio.published(ines, "Differences");
            var section = studio.firstSection(course, ines);
            var first = studio.firstLesson(course, ines);
            var second = studio.article(course, section, "Second", ines);
            studio.written(course, second);
            studio.publishNext(course, ines);
            var added = studio.article(course, section, "Third", ines);
            var renamed =
                    author.having(author.read(course))
                            .patch(pathOf(course, first), "{\"title\": \"First stride\"}");
            author.having(renamed).delete(pathOf(course, second));

            var changes = changesOf(course);

            assertThat(changes.at("/changed/0/title").asString()).isEqualTo("First stride");
            assertThat(changes.get("changed")).hasSize(1);
            assertThat(changes.at("/removed/0/lessonId").asString())
                    .isEqualTo(second.value().toString());
            assertThat(changes.get("removed")).hasSize(1);
            assertThat(changes.at("/added/0/lessonId").asString())
                    .isEqualTo(added.value().toString());
            assertThat(changes.get("added")).hasSize(1);
        }

        @Test
        void callsALessonChangedWhoseBodyWasRewritten() {
            var course = studio.published(ines, "Rewritten");
            var lesson = studio.firstLesson(course, ines);
            assertThat(changesOf(course).get("changed")).isEmpty();

            studio.rewritten(course, lesson);

            assertThat(changesOf(course).at("/changed/0/lessonId").asString())
                    .isEqualTo(lesson.value().toString());
        }

        @Test
        void callsEverythingNewBeforeTheFirstVersion() {
            var course = studio.writtenDraft(ines, Studio.details("All new"));

            var changes = changesOf(course);

            assertThat(changes.get("learnersOnOlder").asInt()).isZero();
            assertThat(changes.get("added")).hasSize(1);
        }

        private JsonNode changesOf(CourseId course) {
            return author.get(pathOf(course) + "/changes").json();
        }
    }

    /// A key, and the ETag of what was read.
    private void assertMarked(CourseId course, String verb) {
        var path = pathOf(course) + verb;

        assertRefused(
                author.having(author.read(course)).client().post(path, "{}"),
                400,
                "IDEMPOTENCY_KEY_REQUIRED");
        assertRefused(
                author.having(author.read(course))
                        .client()
                        .withKey("k".repeat(65))
                        .post(path, "{}"),
                400,
                "IDEMPOTENCY_KEY_REQUIRED");
        assertRefused(author.post(path, "{}"), 428, "IF_MATCH_REQUIRED");
        assertRefused(author.with("If-Match", "\"0\"").post(path, "{}"), 412, "VERSION_STALE");
    }
}
