package dev.lectern.content.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Answer;
import dev.lectern.content.Bodies;
import dev.lectern.content.ContentTest;
import dev.lectern.content.Facts;
import dev.lectern.content.Hearing;
import dev.lectern.content.Http;
import dev.lectern.events.course.CoursePublished;
import dev.lectern.testing.facts.Enrolled;
import dev.lectern.testing.identity.ForgedTokens;
import dev.lectern.testing.identity.TestIdentity;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ContentTest
class LessonControllerTest {

    @Autowired Hearing hears;
    @Autowired Http http;
    @Autowired Clock clock;

    private final UUID course = UUID.randomUUID();
    private final UUID author = UUID.randomUUID();
    private final UUID learner = UUID.randomUUID();
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final UUID taste = UUID.randomUUID();
    private final Enrolled enrolled = Enrolled.in(course, learner);

    @BeforeEach
    void aPublishedCourse() {
        hears.of(Facts.members(course, author), Facts.outline(course, first, second, taste));
        http.write(first, author, "\"1\"", Bodies.saying("As it was published"));
        hears.of(Facts.published(course, 1, lessons()));
    }

    private CoursePublished.Lesson[] lessons() {
        return new CoursePublished.Lesson[] {
            Facts.article(first, "First", http.pinned(course, first)),
            Facts.article(second, "Second", http.pinned(course, second)),
            Facts.preview(taste, "Taste", http.pinned(course, taste))
        };
    }

    @Nested
    class ShowsALearner {

        @Test
        void theLessonInTheVersionTheyArePinnedTo() {
            hears.of(enrolled.granted(1));
            publishASecondVersion();

            var answer = http.lesson(first, learner);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().propertyNames())
                    .containsExactlyInAnyOrder(
                            "id",
                            "title",
                            "kind",
                            "courseVersion",
                            "blocks",
                            "ref",
                            "previousId",
                            "nextId");
            assertThat(answer.json().get("id").asString()).isEqualTo(first.toString());
            assertThat(answer.json().get("title").asString()).isEqualTo("First");
            assertThat(answer.json().get("kind").asString()).isEqualTo("ARTICLE");
            assertThat(answer.json().get("courseVersion").asInt()).isEqualTo(1);
            assertThat(answer.json().get("blocks").toString())
                    .contains("As it was published")
                    .doesNotContain("As it is now");
            assertThat(answer.json().get("previousId").isNull()).isTrue();
            assertThat(answer.json().get("nextId").asString()).isEqualTo(second.toString());
        }

        @Test
        void theNewerVersionWhenTheyAreEnrolledInIt() {
            publishASecondVersion();
            hears.of(enrolled.granted(2));

            assertThat(http.lesson(first, learner).json().toString()).contains("As it is now");
        }

        @Test
        void whatStandsBehindALesson() {
            var other = UUID.randomUUID();
            var ref = UUID.randomUUID();
            var video = UUID.randomUUID();
            var quiz = UUID.randomUUID();
            var assignment = UUID.randomUUID();
            hears.of(
                    Facts.published(
                            other,
                            1,
                            Facts.of("VIDEO", video, ref),
                            Facts.of("QUIZ", quiz, ref),
                            Facts.of("ASSIGNMENT", assignment, ref)),
                    Enrolled.in(other, learner).granted(1));

            assertThat(http.lesson(video, learner).json().get("ref").toString())
                    .isEqualTo("{\"videoId\":\"%s\"}".formatted(ref));
            assertThat(http.lesson(quiz, learner).json().get("ref").toString())
                    .isEqualTo("{\"quizId\":\"%s\"}".formatted(ref));
            assertThat(http.lesson(assignment, learner).json().get("ref").toString())
                    .isEqualTo("{\"assignmentId\":\"%s\"}".formatted(ref));
            assertThat(http.lesson(quiz, learner).json().get("blocks")).isEmpty();
        }

        private void publishASecondVersion() {
            http.write(first, author, "\"2\"", Bodies.saying("As it is now"));
            hears.of(
                    Facts.published(
                            course,
                            2,
                            Facts.article(first, "First, again", http.pinned(course, first))));
        }
    }

    @Nested
    class ShowsAnyone {

        @Test
        void aPreview() {
            assertThat(http.lessonForAnyone(taste).status()).isEqualTo(200);
            assertThat(http.lesson(taste, UUID.randomUUID()).status()).isEqualTo(200);
            assertThat(http.lessonForAnyone(taste).json().get("previousId").asString())
                    .isEqualTo(second.toString());
        }

        @Test
        void nothingOfAWithdrawnCourseUntilItIsOfferedAgain() {
            hears.of(enrolled.granted(1));
            hears.of(Facts.withdrawn(course, 1, lessons()));

            assertNotFound(http.lessonForAnyone(taste));
            assertNotFound(http.lesson(taste, UUID.randomUUID()));
            assertNotFound(http.lesson(first, UUID.randomUUID()));
            assertThat(http.lesson(taste, learner).status()).isEqualTo(200);
            assertThat(http.lesson(taste, author).status()).isEqualTo(200);

            hears.of(Facts.published(course, 1, lessons()));
            assertThat(http.lessonForAnyone(taste).status()).isEqualTo(200);
        }

        @Test
        void nothingThatIsNotPublished() {
            var unpublished = UUID.randomUUID();
            hears.of(Facts.outline(course, first, second, taste, unpublished));

            assertNotFound(http.lessonForAnyone(unpublished));
            assertNotFound(http.lesson(unpublished, learner));
            assertNotFound(http.lesson(unpublished, author));
            assertNotFound(http.lessonForAnyone(UUID.randomUUID()));
            assertNotFound(http.anyone().get("/api/v1/lessons/no-id"));
        }

        @Test
        void nothingThatIsNoLongerInTheVersionOnOffer() {
            hears.of(
                    Facts.published(
                            course, 2, Facts.article(first, "First", http.pinned(course, first))));
            hears.of(enrolled.granted(1));

            assertNotFound(http.lessonForAnyone(taste));
            assertThat(http.lesson(taste, learner).status()).isEqualTo(200);
        }

        private void assertNotFound(Answer answer) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("NOT_FOUND");
        }
    }

    @Test
    void showsThePublishedVersionToThoseWhoWriteTheCourse() {
        http.write(first, author, "\"2\"", Bodies.saying("Not yet published"));

        var answer = http.lesson(first, author);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("blocks").toString()).contains("As it was published");
    }

    @Nested
    class RefusesWithReasons {

        @Test
        void strangersWithAndWithoutAName() {
            assertNotEnrolled(http.lessonForAnyone(first));
            assertNotEnrolled(http.lesson(first, UUID.randomUUID()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"instructor", "moderator", "support", "admin"})
        void everyRoleAlike(String role) {
            assertNotEnrolled(
                    http.anyone()
                            .as(TestIdentity.tokenOf(UUID.randomUUID(), role))
                            .get(Http.lessonPath(first)));
        }

        @Test
        void aService() {
            assertNotEnrolled(
                    http.anyone()
                            .as(TestIdentity.serviceTokenFor("content"))
                            .get(Http.lessonPath(first)));
        }

        @Test
        void learnersOfAnotherCourse() {
            hears.of(Enrolled.in(UUID.randomUUID(), learner).granted(1));

            assertNotEnrolled(http.lesson(first, learner));
        }

        @Test
        void learnersFromTheMomentTheyAreSuspendedOn() {
            hears.of(enrolled.granted(1));
            assertThat(http.lesson(first, learner).status()).isEqualTo(200);

            hears.of(enrolled.suspended());
            assertNotEnrolled(http.lesson(first, learner));
            assertThat(http.lesson(taste, learner).status()).isEqualTo(200);

            hears.of(enrolled.restored());
            assertThat(http.lesson(first, learner).status()).isEqualTo(200);

            hears.of(enrolled.revoked());
            assertNotEnrolled(http.lesson(first, learner));
        }

        @Test
        void learnersWhoseTimeIsOver() {
            hears.of(enrolled.granted(1), enrolled.expired());

            var answer = http.lesson(first, learner);

            assertNotEnrolled(answer);
            assertThat(answer.json().get("reasons").toString()).contains("NOT_EXPIRED");
        }

        @Test
        void learnersWhoseTimeIsOverEvenBeforeItIsTold() {
            hears.of(enrolled.grantedUntil(1, clock.instant()));
            assertNotEnrolled(http.lesson(first, learner));

            hears.of(enrolled.grantedUntil(1, clock.instant().plus(Duration.ofHours(1))));
            assertThat(http.lesson(first, learner).status()).isEqualTo(200);
        }

        @Test
        void learnersWhoseGrantHasNotArrivedYet() {
            hears.at(7, enrolled.restored());
            assertNotEnrolled(http.lesson(first, learner));

            hears.at(5, enrolled.granted(1));
            assertThat(http.lesson(first, learner).status()).isEqualTo(200);
        }

        @Test
        void whoeverComesToALessonBeforeItsTurn() {
            var other = UUID.randomUUID();
            var one = UUID.randomUUID();
            var two = UUID.randomUUID();
            var inOther = Enrolled.in(other, learner);
            hears.of(
                    Facts.publishedInSequence(
                            other,
                            1,
                            Facts.article(one, "What a sine is", null),
                            Facts.article(two, "What a cosine is", null)),
                    inOther.granted(1));

            var answer = http.lesson(two, learner);

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("LESSON_LOCKED");
            var last = answer.json().get("reasons").get(3);
            assertThat(last.get("rule").asString()).isEqualTo("SEQUENCE");
            assertThat(last.get("met").asBoolean()).isFalse();
            assertThat(last.get("detail").asString()).isEqualTo("Finish \"What a sine is\" first.");
            assertThat(last.get("lessonId").asString()).isEqualTo(one.toString());

            hears.of(inOther.completed(one), inOther.completed(one));
            assertThat(http.lesson(two, learner).status()).isEqualTo(200);
        }

        @Test
        void nobodyElsesProgressOpensALesson() {
            var other = UUID.randomUUID();
            var one = UUID.randomUUID();
            var two = UUID.randomUUID();
            hears.of(
                    Facts.publishedInSequence(
                            other,
                            1,
                            Facts.article(one, "One", null),
                            Facts.article(two, "Two", null)),
                    Enrolled.in(other, learner).granted(1),
                    Enrolled.in(other, UUID.randomUUID()).completed(one));

            assertThat(http.lesson(two, learner).code()).isEqualTo("LESSON_LOCKED");
        }

        private void assertNotEnrolled(Answer answer) {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("NOT_ENROLLED");
            assertThat(answer.json().get("retryable").asBoolean()).isFalse();
            assertThat(
                            answer.json()
                                    .get("reasons")
                                    .valueStream()
                                    .filter(reason -> !reason.get("met").asBoolean())
                                    .map(reason -> reason.get("rule").asString()))
                    .contains("ENROLLED");
        }
    }

    @Test
    void saysThatAVersionIsOnItsWayRatherThanShowingAnother() {
        hears.of(enrolled.granted(2));

        var answer = http.lesson(first, learner);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("UNAVAILABLE");
        assertThat(answer.header("Retry-After")).isNotBlank();
    }

    @Test
    void doesNotTakeABadTokenForNone() {
        ForgedTokens.areRefusedAt(http.anyone(), Http.lessonPath(taste));
    }

    @Test
    void isReadAndNothingElse() {
        assertThat(http.learner(learner).post(Http.lessonPath(taste), "{}").code())
                .isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(http.anyone().get(Http.lessonPath(taste) + "?draft=true").code())
                .isEqualTo("UNKNOWN_PARAMETER");
    }

    @Test
    void isNotKeptByAnyCacheOnTheWay() {
        assertThat(http.lessonForAnyone(taste).header("Cache-Control")).contains("no-store");
    }
}
