package dev.lectern.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.common.event.DeadLetters;
import dev.lectern.common.event.Envelope;
import dev.lectern.common.event.EventJson;
import dev.lectern.common.event.Resync;
import dev.lectern.content.Facts.Enrolled;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.Platform;
import dev.lectern.events.content.LessonChanged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/// Everything here goes over a real broker: the neighbors' envelopes in, and ours out.
@ContentTest
class ContentMessagingTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired RabbitTemplate rabbit;
    @Autowired Http http;
    @Autowired DeadLetters deadLetters;
    @Autowired Resync resync;
    @Autowired JdbcClient database;

    private final UUID course = UUID.randomUUID();
    private final UUID author = UUID.randomUUID();
    private final UUID learner = UUID.randomUUID();
    private final UUID lesson = UUID.randomUUID();
    private final UUID next = UUID.randomUUID();
    private final Enrolled enrolled = Enrolled.in(course, learner);

    private Broker broker;

    @BeforeEach
    void neighbors() {
        broker = new Broker(rabbit);
    }

    @AfterEach
    void nothingWasTooMuchForIt() {
        assertThat(deadLetters.list()).isEmpty();
    }

    @Nested
    class FromCourse {

        @Test
        void anOutlineMakesDraftsAndAMembershipOpensThem() {
            tell(Facts.outline(course, lesson), Facts.members(course, author));

            await().atMost(SOON).until(() -> http.draft(lesson, author).status() == 200);
        }

        @Test
        void aVersionIsShownFromThenOn() {
            tell(Facts.published(course, 1, Facts.preview(lesson, "Free", null)));

            await().atMost(SOON).until(() -> http.lessonForAnyone(lesson).status() == 200);
        }
    }

    @Nested
    class FromEnrollment {

        @BeforeEach
        void aPublishedCourse() {
            tell(
                    Facts.publishedInSequence(
                            course,
                            1,
                            Facts.article(lesson, "One", null),
                            Facts.article(next, "Two", null)));
        }

        @Test
        void aGrantOpensASuspensionClosesWithinFiveSeconds() {
            tell(Facts.granted(enrolled, 1));
            await().atMost(SOON).until(() -> http.lesson(lesson, learner).status() == 200);

            tell(Facts.suspended(enrolled));

            await().atMost(Duration.ofSeconds(5))
                    .until(() -> http.lesson(lesson, learner).code().equals("NOT_ENROLLED"));
        }

        @Test
        void aDoneLessonOpensTheNext() {
            tell(Facts.granted(enrolled, 1));
            await().atMost(SOON).until(() -> http.lesson(lesson, learner).status() == 200);
            assertThat(http.lesson(next, learner).code()).isEqualTo("LESSON_LOCKED");

            tell(Facts.completed(enrolled, lesson));

            await().atMost(SOON).until(() -> http.lesson(next, learner).status() == 200);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5})
        void theSameComesOfItInWhateverOrderAndHoweverOften(int seed) {
            var told =
                    new ArrayList<>(
                            List.of(
                                    enveloped(Facts.granted(enrolled, 1)),
                                    enveloped(Facts.suspended(enrolled)),
                                    enveloped(Facts.restored(enrolled)),
                                    enveloped(Facts.completed(enrolled, lesson)),
                                    enveloped(Facts.revoked(enrolled))));
            told.addAll(List.copyOf(told));
            Collections.shuffle(told, new Random(seed));
            var last = enveloped(Facts.completed(enrolled, next));

            told.forEach(broker::send);
            broker.send(last);

            awaitHandled(told);
            awaitHandled(List.of(last));
            assertThat(http.lesson(lesson, learner).code()).isEqualTo("NOT_ENROLLED");
            assertThat(statusOf(enrolled)).isEqualTo("REVOKED 1");
        }
    }

    @Nested
    class EveryType {

        static Stream<String> consumed() {
            return Platform.load().service("content").consumes().stream();
        }

        @ParameterizedTest
        @MethodSource("consumed")
        void isTakenAsItsSampleSaysAlsoWithAFieldAddedLater(String type) {
            var sample = sampleOf(type);
            var extended = ((ObjectNode) sample.data()).deepCopy().put("addedLater", true);
            var later =
                    Broker.envelope(sample.order() + 1, sample.subject(), type, extended);
            var first = Broker.envelope(sample.order(), sample.subject(), type, sample.data());

            broker.send(first);
            broker.send(later);

            awaitHandled(List.of(first, later));
        }
    }

    @Nested
    class ToOthers {

        @BeforeEach
        void aLesson() {
            tell(Facts.outline(course, lesson), Facts.members(course, author));
            await().atMost(SOON).until(() -> http.draft(lesson, author).status() == 200);
        }

        @Test
        void eachRevisionIsToldInOrderAsItsSamplePromises() {
            http.write(lesson, author, "\"1\"", Bodies.saying("Hello"));
            var pinned = http.pin(course, lesson).body().get("revisions").get(0);

            var first = nextOf(lesson);
            var second = nextOf(lesson);

            assertThat(EventJson.data(first, LessonChanged.class).empty()).isTrue();
            assertThat(EventJson.data(second, LessonChanged.class))
                    .isEqualTo(
                            new LessonChanged(
                                    lesson,
                                    course,
                                    UUID.fromString(pinned.get("revisionId").asString()),
                                    false));
            assertThat(second.order()).isGreaterThan(first.order());
            assertThat(second.data().propertyNames())
                    .containsExactlyInAnyOrderElementsOf(
                            sampleOf("content.lesson-changed.v1").data().propertyNames());
        }

        @Test
        void theNewestRevisionIsToldAgainToWhoAsksForIt() {
            http.write(lesson, author, "\"1\"", Bodies.saying("Hello"));
            nextOf(lesson);
            var newest = nextOf(lesson);

            broker.send(
                    "course",
                    "resync-requested.content",
                    EventJson.write(
                            Broker.envelope(
                                    1,
                                    UUID.randomUUID(),
                                    "course.resync-requested.v1",
                                    Map.of(
                                            "consumer",
                                            "course",
                                            "types",
                                            List.of("content.lesson-changed.v1")))));

            var again = nextOf(lesson);
            assertThat(again.data()).isEqualTo(newest.data());
            assertThat(again.order()).isGreaterThan(newest.order());
        }

        /// What else is in the queue was written by other tests.
        private Envelope nextOf(UUID subject) {
            while (true) {
                var envelope = broker.next("course.content-events");
                assertThat(envelope).isPresent();
                if (envelope.get().subject().equals(subject)) {
                    return envelope.get();
                }
            }
        }
    }

    @Nested
    class Resyncing {

        /// The state of both neighbors, told once while it happened and once on request.
        private final UUID other = UUID.randomUUID();

        private final Enrolled suspended = Enrolled.in(course, UUID.randomUUID());

        @Test
        void bringsDroppedCopiesBackAsTheyWere() {
            forgetEverything();
            awaitHandled(
                    tell(
                            Facts.outline(course, lesson, next),
                            Facts.members(course, author),
                            Facts.publishedInSequence(
                                    course, 1, Facts.article(lesson, "One", null)),
                            Facts.publishedInSequence(
                                    course, 2, Facts.article(lesson, "One", null)),
                            Facts.published(other, 1, Facts.preview(next, "Free", null)),
                            Facts.granted(enrolled, 1),
                            Facts.granted(suspended, 2),
                            Facts.suspended(suspended),
                            Facts.completed(enrolled, lesson)));
            var before = copies();

            forgetEverything();
            assertThat(copies()).isNotEqualTo(before);
            awaitRequestTo("course");
            awaitRequestTo("enrollment");
            answerAsCourse();
            answerAsEnrollment();

            await().atMost(SOON).untilAsserted(() -> assertThat(copies()).isEqualTo(before));
            assertThat(http.draft(lesson, author).status()).isEqualTo(200);
        }

        private void answerAsCourse() {
            tellAgain(
                    Facts.outline(course, lesson, next),
                    Facts.members(course, author),
                    Facts.publishedInSequence(course, 1, Facts.article(lesson, "One", null)),
                    Facts.publishedInSequence(course, 2, Facts.article(lesson, "One", null)),
                    Facts.published(other, 1, Facts.preview(next, "Free", null)));
        }

        private void answerAsEnrollment() {
            tellAgain(
                    Facts.grantedAgain(enrolled, 1, "ACTIVE", null),
                    Facts.grantedAgain(suspended, 2, "SUSPENDED", null),
                    Facts.completed(enrolled, lesson));
        }

        private void awaitRequestTo(String producer) {
            var queue = producer + ".resync-requests";
            // The one of the first start.
            new RabbitAdmin(rabbit).purgeQueue(queue, false);

            resync.request(producer);

            var request = broker.next(queue);
            assertThat(request).map(Envelope::type).hasValue("content.resync-requested.v1");
            assertThat(request.orElseThrow().data().get("types").toString())
                    .contains(producer + ".");
        }

        private void tellAgain(ContractEvent... facts) {
            for (var fact : facts) {
                broker.sendAgain("content", enveloped(fact));
            }
        }

        /// The copies without their sequences: told again, everything has a newer number.
        private Map<String, List<Map<String, Object>>> copies() {
            return Map.of(
                    "members", rows("select * from copy_course_member order by 1, 2"),
                    "courses",
                            rows(
                                    "select course_id, offered_version from copy_course order by 1"),
                    "versions", rows("select * from copy_course_version order by 1, 2"),
                    "lessons", rows("select * from copy_lesson order by 1, 2, 3"),
                    "access",
                            rows(
                                    """
                                    select enrollment_id, learner_id, course_id, status, course_version
                                    from copy_learner_access order by 1
                                    """),
                    "done", rows("select * from copy_done_lesson order by 1, 2"));
        }

        @SuppressWarnings({"unchecked", "rawtypes"}) // a column that is null is equal to null
        private List<Map<String, Object>> rows(String sql) {
            return (List) database.sql(sql).query().listOfRows();
        }

        private void forgetEverything() {
            database.sql(
                            """
                            truncate copy_outline, copy_membership, copy_course_member, copy_course,
                                copy_course_version, copy_lesson, copy_learner_access,
                                copy_done_lesson
                            """)
                    .update();
        }
    }

    private String statusOf(Enrolled e) {
        return database.sql(
                        """
                        select status || ' ' || coalesce(course_version, 0)
                        from copy_learner_access where enrollment_id = :id
                        """)
                .param("id", e.id())
                .query(String.class)
                .optional()
                .orElse("");
    }

    private List<Envelope> tell(ContractEvent... facts) {
        var envelopes = Stream.of(facts).map(ContentMessagingTest::enveloped).toList();
        envelopes.forEach(broker::send);
        return envelopes;
    }

    private static Envelope enveloped(ContractEvent fact) {
        return Broker.envelope(Hearing.nextSequence(), UUID.randomUUID(), fact);
    }

    private void awaitHandled(List<Envelope> envelopes) {
        var ids = envelopes.stream().map(Envelope::id).distinct().toList();
        await().atMost(SOON)
                .until(() ->
                        database.sql("select count(*) from inbox where event_id in (:ids)")
                                        .param("ids", ids)
                                        .query(Long.class)
                                        .single()
                                == ids.size());
    }

    private static Envelope sampleOf(String type) {
        try (var sample =
                ContentMessagingTest.class.getResourceAsStream("/samples/" + type + ".json")) {
            return EventJson.read(Objects.requireNonNull(sample, type).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
