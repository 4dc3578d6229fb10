package dev.lectern.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.common.event.DeadLetters;
import dev.lectern.common.event.Resync;
import dev.lectern.common.security.Caller;
import dev.lectern.common.security.Role;
import dev.lectern.enrollment.enrolling.application.Enrolling;
import dev.lectern.enrollment.enrolling.application.Enrolling.Enroll;
import dev.lectern.enrollment.enrolling.domain.RunId;
import dev.lectern.events.course.CoursePublished;
import dev.lectern.testing.Infrastructure;
import dev.lectern.testing.ServiceTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What enrollment says and hears, over the real broker.
@ServiceTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Catalogue.class)
class EnrollmentMessagingTest {

    private static final String QUEUE = "enrollment.course-events";

    @Autowired Catalogue catalogue;
    @Autowired Enrolling enrolling;
    @Autowired DeadLetters deadLetters;
    @Autowired Resync resync;
    @Autowired JdbcClient jdbc;

    @Nested
    class Hearing {

        @Test
        void changesNothingWhenAnEventIsRepeated() {
            var courseId = UUID.randomUUID();
            var letter = catalogue.neighbours().letter(courseId, version(courseId, 1));

            catalogue.neighbours().send(letter);
            catalogue.neighbours().send(letter);
            catalogue.neighbours().send(letter);
            var offer = catalogue.freeCourse();

            assertThat(offer.courseId()).isNotNull();
            assertThat(copyOf(courseId)).hasSize(1);
            assertThat(handledOnce(letter.id())).isEqualTo(1);
        }

        @Test
        void keepsTheNewerStateWhenEventsOvertakeEachOther() {
            var courseId = UUID.randomUUID();
            var older = catalogue.neighbours().letter(courseId, version(courseId, 1));
            var newer = catalogue.neighbours().letter(courseId, version(courseId, 2));

            catalogue.neighbours().send(newer);
            catalogue.awaitVersion(courseId, 2);
            catalogue.neighbours().send(older);
            await().until(() -> handledOnce(older.id()) == 1);

            assertThat(copyOf(courseId).getFirst()).containsEntry("offered_version", 2);
        }

        @Test
        void putsWhatItCannotReadAsideWithTheReasonAndGoesOn() {
            var id = UUID.randomUUID();

            catalogue.neighbours().sendRubbish(QUEUE, id, "{\"not\": \"an event\"");
            var offer = catalogue.freeCourse();

            assertThat(copyOf(offer.courseId())).hasSize(1);
            await().untilAsserted(() ->
                    assertThat(deadLetters.list())
                            .filteredOn(letter -> letter.eventId().equals(id.toString()))
                            .singleElement()
                            .satisfies(letter -> {
                                assertThat(letter.queue()).isEqualTo(QUEUE);
                                assertThat(letter.reason()).contains("Unreadable");
                            }));
        }

        @Test
        void handlesADeadLetterOnceItIsReplayedAndItsCauseIsGone() {
            var courseId = UUID.randomUUID();
            // Two lessons of one id: the copy's key refuses them every time.
            var lesson = Catalogue.article(false);
            var broken =
                    catalogue
                            .neighbours()
                            .letter(
                                    courseId,
                                    Catalogue.published(
                                            courseId, UUID.randomUUID(), 1, false, lesson, lesson));
            catalogue.neighbours().send(broken);
            await().atMost(Duration.ofSeconds(30)).until(() -> isDead(broken.id()));
            jdbc.sql("alter table copy_lesson drop constraint copy_lesson_pkey").update();

            try {
                assertThat(deadLetters.replay(broken.id().toString())).isEqualTo(1);

                catalogue.awaitVersion(courseId, 1);
                assertThat(isDead(broken.id())).isFalse();
                assertThat(handledOnce(broken.id())).isEqualTo(1);
            } finally {
                jdbc.sql("delete from copy_lesson where course_id = :id")
                        .param("id", courseId)
                        .update();
                jdbc.sql(
                                """
                                alter table copy_lesson
                                add primary key (course_id, course_version, lesson_id)
                                """)
                        .update();
            }
        }
    }

    @Nested
    class Saying {

        @Test
        void tellsAGrantOnceWithoutPersonalData() {
            var offer = catalogue.freeCourse();
            var heard = catalogue.neighbours().listenTo("enrollment");
            var learner = UUID.randomUUID();

            enroll(offer, learner);

            var granted = heard.atLeast(1, "enrollment.granted.v1").getFirst();
            assertThat(granted.get("data").get("learnerId").asString())
                    .isEqualTo(learner.toString());
            assertThat(granted.get("data").propertyNames())
                    .containsExactlyInAnyOrder(
                            "enrollmentId",
                            "learnerId",
                            "courseId",
                            "runId",
                            "courseVersion",
                            "status",
                            "grantedAt");
            var seats = heard.atLeast(1, "enrollment.seats-changed.v1").getFirst();
            assertThat(seats.get("data").get("taken").asInt()).isEqualTo(1);
        }

        @Test
        void answersAndLosesNothingWhileTheBrokerIsAway() {
            var offer = catalogue.freeCourse();
            Infrastructure.broker().stop();
            try {
                enroll(offer, UUID.randomUUID());
                enroll(offer, UUID.randomUUID());
                assertThat(unsent()).isPositive();
            } finally {
                Infrastructure.broker().restart();
            }

            await().atMost(Duration.ofSeconds(40)).until(() -> unsent() == 0);
        }

        @Test
        void keepsTheOrderOfOneSubject() {
            var offer = catalogue.freeCourse();
            var heard = catalogue.neighbours().listenTo("enrollment");

            for (var i = 0; i < 30; i++) {
                enroll(offer, UUID.randomUUID());
            }

            var seats =
                    heard.atLeast(30, "enrollment.seats-changed.v1").stream()
                            .map(envelope -> envelope.get("data").get("taken").asInt())
                            .toList();
            assertThat(seats).isSorted();
        }
    }

    @Nested
    class Resyncing {

        @Test
        void asksTheProducerForItsStateAndBuildsTheSameCopyAgain() {
            var offer = catalogue.freeCourse();
            var before = copyOf(offer.courseId());
            var heard = catalogue.neighbours().listenTo("enrollment");
            jdbc.sql("delete from copy_course").update();

            resync.request("course");

            var request = heard.atLeast(1, "enrollment.resync-requested.v1").getLast();
            assertThat(request.get("data").get("types").toString())
                    .contains("course.published.v1", "course.run-changed.v1");
            // The producer's answer: the same state, told again.
            catalogue.neighbours().say(offer.courseId(), version(offer.courseId(), 1));
            catalogue.awaitVersion(offer.courseId(), 1);
            assertThat(copyOf(offer.courseId()))
                    .usingRecursiveComparison()
                    .ignoringFields("sequence")
                    .isEqualTo(before);
        }
    }

    private static CoursePublished version(UUID courseId, int version) {
        return Catalogue.published(
                courseId, UUID.randomUUID(), version, false, Catalogue.article(false));
    }

    private void enroll(Catalogue.Offer offer, UUID learner) {
        enrolling.enroll(
                new Enroll(new RunId(offer.runId())), new Caller(learner, Set.of(Role.learner)));
    }

    private List<Map<String, @Nullable Object>> copyOf(UUID courseId) {
        return jdbc.sql(
                        """
                        select title, offered_version from copy_course
                        where course_id = :id
                        """)
                .param("id", courseId)
                .query()
                .listOfRows();
    }

    private int handledOnce(UUID eventId) {
        return jdbc.sql("select count(*) from inbox where event_id = :id")
                .param("id", eventId)
                .query(Integer.class)
                .single();
    }

    private boolean isDead(UUID eventId) {
        return deadLetters.list().stream()
                .anyMatch(letter -> letter.eventId().equals(eventId.toString()));
    }

    private int unsent() {
        return jdbc.sql("select count(*) from outbox where sent_at is null")
                .query(Integer.class)
                .single();
    }
}
