package dev.lectern.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lectern.events.user.ProfileUpdated;
import dev.lectern.testing.AtOnce;
import dev.lectern.testing.facts.Enrolled;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/// A learner reviews a course, once.
class PostingTest extends ReviewServiceTest {

    @Test
    void isShownToAnybodyWithTheNameOfWhoWroteIt() {
        var leo = aLearnerAt(20);
        USER.name(leo.learner(), "Leo Lang");

        var answer = post(leo, 5);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(REVIEWS + "/" + answer.text("id"));
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        await().until(() -> "Leo Lang".equals(listed().at("/0/learnerName").asString("")));
        var shown = listed().get(0);
        assertThat(shown.get("rating").asInt()).isEqualTo(5);
        assertThat(shown.get("text").asString()).isEqualTo("Clear and to the point.");
        assertThat(shown.get("status").asString()).isEqualTo("COUNTED");
        assertThat(shown.toString()).doesNotContain("@", leo.learner().toString());
    }

    @Test
    void followsAChangedName() {
        var leo = aLearnerAt(50);
        posted(leo, 4);
        await().until(() -> "Ida Berg".equals(listed().at("/0/learnerName").asString("")));

        USER.name(leo.learner(), "Leo New");
        neighbours.say(leo.learner(), new ProfileUpdated(leo.learner()));

        await().until(() -> "Leo New".equals(listed().at("/0/learnerName").asString("")));
    }

    @Test
    void isTakenAndShownWhileUserDoesNotAnswer() {
        var leo = aLearnerAt(50);
        USER.away(leo.learner());

        var answer = post(leo, 4);

        assertThat(answer.status()).isEqualTo(201);
        await().until(() -> USER.timesAsked(leo.learner()) > 0);
        assertThat(listed().at("/0/learnerName").isNull()).isTrue();
        USER.back(leo.learner());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> "Ida Berg".equals(listed().at("/0/learnerName").asString("")));
    }

    @Test
    void isToldTheOthersInNumbers() {
        var heard = neighbours.listenTo("review");
        var leo = aLearnerAt(100);

        var id = posted(leo, 4);

        var told = heard.atLeast(1, "review.posted.v1").getFirst();
        assertThat(told.get("subject").asString()).isEqualTo(id);
        assertThat(told.at("/data/reviewId").asString()).isEqualTo(id);
        assertThat(told.at("/data/learnerId").asString()).isEqualTo(leo.learner().toString());
        assertThat(told.at("/data/courseId").asString()).isEqualTo(course.toString());
        assertThat(told.at("/data/enrollmentId").asString()).isEqualTo(leo.id().toString());
        assertThat(told.at("/data/rating").asInt()).isEqualTo(4);
        var rated = heard.atLeast(1, "review.rating-changed.v1").getFirst();
        assertThat(rated.get("subject").asString()).isEqualTo(course.toString());
        assertThat(rated.at("/data/average").decimalValue()).isEqualByComparingTo("4");
        assertThat(rated.at("/data/count").asInt()).isEqualTo(1);
        assertThat(heard.messages())
                .allSatisfy(message ->
                        assertThat(
                                        new String(
                                                message.getBody(),
                                                java.nio.charset.StandardCharsets.UTF_8))
                                .doesNotContain("Clear and to the point"));
    }

    @Nested
    class Refuses {

        @Test
        void whoHasSeenTooLittle() {
            var leo = aLearnerAt(19);

            var answer = post(leo, 5);

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("PROGRESS_TOO_LOW");
            assertThat(answer.json().get("percent").asInt()).isEqualTo(19);
            neighbours.say(leo.id(), progress(leo, 20));
            await().until(() -> post(leo, 5).status() == 201);
        }

        @Test
        void whoIsNotEnrolledWhateverTheirRole() {
            for (var role :
                    new String[] {"learner", "instructor", "moderator", "support", "admin"}) {
                var answer =
                        as(UUID.randomUUID(), role)
                                .withKey(UUID.randomUUID().toString())
                                .post(
                                        REVIEWS,
                                        "{\"courseId\": \"%s\", \"rating\": 5}".formatted(course));

                assertThat(answer.status()).as(role).isEqualTo(403);
                assertThat(answer.code()).isEqualTo("NOT_ENROLLED");
            }
        }

        @Test
        void whoseAccessIsSuspendedOrOver() {
            var suspended = aLearnerAt(50);
            neighbours.say(suspended.id(), suspended.suspended());
            awaitStatus(suspended, "SUSPENDED");
            var expired = aLearnerAt(50);
            neighbours.say(expired.id(), expired.expired());
            awaitStatus(expired, "EXPIRED");
            var ended = Enrolled.in(course, UUID.randomUUID());
            neighbours.say(ended.id(), ended.grantedUntil(1, Instant.now().minusSeconds(1)));
            neighbours.say(ended.id(), progress(ended, 50));
            awaitStatus(ended, "ACTIVE");

            assertThat(post(suspended, 5).code()).isEqualTo("NOT_ENROLLED");
            assertThat(post(expired, 5).code()).isEqualTo("NOT_ENROLLED");
            assertThat(post(ended, 5).code()).isEqualTo("NOT_ENROLLED");
        }

        @Test
        void itsAuthorEvenEnrolled() {
            at(Enrolled.in(course, ines), 100);

            var answer = post(ines, 5, "The best there is.");

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("OWN_COURSE");
        }

        @Test
        void aSecondOneAndNamesTheFirst() {
            var leo = aLearnerAt(50);
            var id = posted(leo, 5);

            var answer = post(leo, 1);

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("ALREADY_REVIEWED");
            assertThat(answer.text("reviewId")).isEqualTo(id);
            assertThat(summary().get("average").asInt()).isEqualTo(5);
        }

        @Test
        void allButOneOfTwentyAtOnce() throws Exception {
            var leo = aLearnerAt(50);

            var answers = AtOnce.run(20, () -> post(leo, 3));

            assertThat(answers)
                    .extracting(answer -> answer.status() + answer.code())
                    .containsOnly("201", "409ALREADY_REVIEWED")
                    .containsOnlyOnce("201");
            assertThat(summary().get("count").asInt()).isEqualTo(1);
        }

        @Test
        void aSecondOneByTheIndexToo() {
            var leo = aLearnerAt(50);
            posted(leo, 5);

            assertThatThrownBy(() ->
                            database.sql(
                                            """
                                            insert into review
                                            select gen_random_uuid(), 0, learner_id, course_id, enrollment_id,
                                                   stars, text, posted_at, null, false
                                            from review where learner_id = :id
                                            """)
                                    .param("id", leo.learner())
                                    .update())
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining("review_once");
        }

        @Test
        void aListOfLinks() {
            var leo = aLearnerAt(50);

            var answer = post(leo.learner(), 5, "https://a.test http://b.test and WWW.c.test");

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("TOO_MANY_LINKS");
        }
    }

    @Test
    void isTheSameForTheSameKey() {
        var leo = aLearnerAt(50);
        var key = UUID.randomUUID().toString();
        var body = "{\"courseId\": \"%s\", \"rating\": 5}".formatted(course);

        var first = as(leo.learner()).withKey(key).post(REVIEWS, body);
        var again = as(leo.learner()).withKey(key).post(REVIEWS, body);
        var other = as(leo.learner()).withKey(key).post(REVIEWS, body.replace("5}", "4}"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void countsWhatWasDoneInAnEarlierEnrollment() {
        var learner = UUID.randomUUID();
        var earlier = at(Enrolled.in(course, learner), 60);
        neighbours.say(earlier.id(), earlier.expired());
        awaitStatus(earlier, "EXPIRED");
        var again = Enrolled.in(course, learner);
        neighbours.say(again.id(), again.granted(1));
        awaitStatus(again, "ACTIVE");

        assertThat(post(again, 4).status()).isEqualTo(201);
    }
}
