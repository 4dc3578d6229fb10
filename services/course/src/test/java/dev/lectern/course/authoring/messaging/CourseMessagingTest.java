package dev.lectern.course.authoring.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.common.event.Resync;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.IfMatch;
import dev.lectern.course.authoring.application.CourseViews;
import dev.lectern.course.authoring.application.OfferingRuns;
import dev.lectern.course.authoring.application.OfferingRuns.Offer;
import dev.lectern.course.authoring.application.Outlining;
import dev.lectern.course.authoring.application.RunViews;
import dev.lectern.course.authoring.domain.RunId;
import dev.lectern.course.authoring.domain.RunTerms;
import dev.lectern.course.testkit.Callees;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Studio;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.content.LessonChanged;
import dev.lectern.events.enrollment.EnrollmentGranted;
import dev.lectern.events.enrollment.EnrollmentRevoked;
import dev.lectern.events.enrollment.EnrollmentSeatsChanged;
import dev.lectern.testing.events.Heard;
import dev.lectern.testing.events.Neighbours.Letter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What course says and hears, over the real broker.
@CourseTest
class CourseMessagingTest {

    @Autowired Studio studio;
    @Autowired Outlining outlining;
    @Autowired OfferingRuns offering;
    @Autowired CourseViews views;
    @Autowired RunViews runs;
    @Autowired Resync resync;
    @Autowired RabbitTemplate rabbit;
    @Autowired JdbcClient jdbc;

    private final Caller author = Studio.anInstructor();

    @Nested
    class Saying {

        @Test
        void tellsOfANewCourseItsMembersAndItsRun() {
            var heard = studio.neighbours().listenTo("course");

            var course = studio.draft(author, "Told");

            var members = of(heard, "course.membership-changed.v1", course.value(), 1).getLast();
            assertThat(members.at("/data/members/0/userId").asString())
                    .isEqualTo(author.id().toString());
            assertThat(members.at("/data/members/0/role").asString()).isEqualTo("AUTHOR");
            var run = views.one(course.value(), author).defaultRunId();
            var opened = of(heard, "course.run-changed.v1", run, 1).getLast();
            assertThat(opened.get("data").propertyNames())
                    .containsExactlyInAnyOrder("runId", "courseId");
        }

        @Test
        void tellsTheWholeOutlineInOrderAfterEveryChange() {
            var course = studio.draft(author, "Outlined");
            var heard = studio.neighbours().listenTo("course");
            var section = outlining.addSection(course, "Section", author);

            var first = studio.article(course, section, "First", author);
            var second = studio.article(course, section, "Second", author);
            outlining.removeLesson(course, first, studio.etag(course, author), author);

            var told = of(heard, "course.outline-changed.v1", course.value(), 4);
            assertThat(told)
                    .extracting(envelope -> envelope.at("/data/lessons").size())
                    .containsExactly(0, 1, 2, 1);
            assertThat(told.getLast().at("/data/lessons/0/lessonId").asString())
                    .isEqualTo(second.value().toString());
        }

        @Test
        void tellsAVersionWithEverythingInItOnce() {
            var heard = studio.neighbours().listenTo("course");

            var course = studio.published(author, "Whole");

            var published = of(heard, "course.published.v1", course.value(), 1);
            assertThat(published).hasSize(1);
            var version = published.getFirst().get("data");
            assertThat(version.propertyNames())
                    .containsExactlyInAnyOrder(
                            "courseId",
                            "slug",
                            "title",
                            "version",
                            "defaultRunId",
                            "authorIds",
                            "sequential",
                            "priceAmount",
                            "priceCurrency",
                            "sections");
            var lesson = version.at("/sections/0/lessons/0");
            assertThat(lesson.get("revisionId").asString())
                    .isEqualTo(
                            Callees.revisionOf(UUID.fromString(lesson.get("lessonId").asString()))
                                    .toString());
            assertThat(version.get("priceAmount").asInt()).isZero();
            assertThat(version.get("priceCurrency").asString()).isEqualTo("EUR");
        }

        @Test
        void tellsWhenARunIsOfferedOnOtherTerms() {
            var course = studio.draft(author, "Offered");
            var run = views.one(course.value(), author).defaultRunId();
            var heard = studio.neighbours().listenTo("course");

            offering.offer(
                    new Offer(
                            new RunId(run),
                            true,
                            _ -> new RunTerms(5, Instant.parse("2026-10-02T09:15:00Z"), null)),
                    new IfMatch(IfMatch.etagOf(runs.one(run, author).version())),
                    author);

            var told = of(heard, "course.run-changed.v1", run, 1).getLast();
            assertThat(told.at("/data/opensAt").asString()).isEqualTo("2026-10-02T09:15:00Z");
            assertThat(told.get("data").has("capacity")).isFalse();
        }

        private List<JsonNode> of(Heard heard, String type, UUID subject, int count) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> about(heard.soFar(type), subject).size() >= count);
            return about(heard.soFar(type), subject);
        }
    }

    @Nested
    class Hearing {

        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3})
        void endsWithTheNewestBodyHoweverEventsArrive(long seed) {
            var course = UUID.randomUUID();
            var lesson = UUID.randomUUID();

            arriveInDisorder(
                    seed,
                    lesson,
                    number ->
                            new LessonChanged(
                                    lesson, course, new UUID(0, number), number % 2 == 0));

            assertThat(
                            row(
                                    "select revision_id, empty from copy_lesson_body where lesson_id = :id",
                                    lesson))
                    .containsEntry("revision_id", new UUID(0, 5))
                    .containsEntry("empty", false);
        }

        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3})
        void endsWithTheNewestSeatsHoweverEventsArrive(long seed) {
            var run = UUID.randomUUID();

            arriveInDisorder(
                    seed,
                    run,
                    number -> new EnrollmentSeatsChanged(run, UUID.randomUUID(), 9, number, 1));

            assertThat(row("select capacity, taken, held from copy_seats where run_id = :id", run))
                    .containsEntry("taken", 5)
                    .containsEntry("capacity", 9);
        }

        @Test
        void countsALearnerWhoseEndIsToldBeforeTheBeginningAsGone() {
            var enrollment = UUID.randomUUID();
            var course = UUID.randomUUID();
            var learner = UUID.randomUUID();
            var run = UUID.randomUUID();
            var granted =
                    studio.neighbours()
                            .letter(
                                    enrollment,
                                    new EnrollmentGranted(
                                            enrollment,
                                            learner,
                                            course,
                                            run,
                                            1,
                                            "ACTIVE",
                                            null,
                                            Instant.EPOCH,
                                            null));
            var revoked =
                    studio.neighbours()
                            .letter(
                                    enrollment,
                                    new EnrollmentRevoked(enrollment, learner, course, run));

            studio.hear(revoked);
            studio.hear(granted);

            assertThat(
                            row(
                                    "select in_force from copy_enrollment where enrollment_id = :id",
                                    enrollment))
                    .containsEntry("in_force", false);
        }

        @Test
        void readsEventsThatHaveAFieldMore() {
            var lesson = UUID.randomUUID();
            var letter =
                    studio.neighbours()
                            .letter(
                                    lesson,
                                    new LessonChanged(
                                            lesson, UUID.randomUUID(), UUID.randomUUID(), false));

            studio.hear(
                    new Letter(
                            letter.type(),
                            letter.id(),
                            letter.body().replace("\"empty\"", "\"addedLater\":1,\"empty\"")));

            assertThat(row("select empty from copy_lesson_body where lesson_id = :id", lesson))
                    .containsEntry("empty", false);
        }

        /// Five states of one subject, each sent twice, in an order of its own.
        private void arriveInDisorder(long seed, UUID subject, IntFunction<ContractEvent> state) {
            var letters = new ArrayList<Letter>();
            for (var number = 1; number <= 5; number++) {
                letters.add(studio.neighbours().letter(subject, state.apply(number)));
            }
            letters.addAll(List.copyOf(letters));
            Collections.shuffle(letters, new Random(seed));
            letters.forEach(studio::hear);
        }
    }

    @Nested
    class Resyncing {

        @Test
        void tellsOneConsumerEverythingAgainAndNobodyElse() {
            var course = studio.published(author, "Again");
            studio.publishNext(course, author);
            var run = views.one(course.value(), author).defaultRunId();
            var before = told("course.published.v1", course.value());

            ask(
                    "content",
                    "course.published.v1",
                    "course.outline-changed.v1",
                    "course.membership-changed.v1");
            ask("enrollment", "course.published.v1", "course.run-changed.v1");

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> {
                        assertThat(told("resync.content.course.published.v1", course.value()))
                                .isEqualTo(before)
                                .hasSize(2);
                        assertThat(told("resync.enrollment.course.published.v1", course.value()))
                                .isEqualTo(before);
                        assertThat(told("resync.content.course.outline-changed.v1", course.value()))
                                .containsExactly(
                                        told("course.outline-changed.v1", course.value())
                                                .getLast());
                        assertThat(
                                        told(
                                                "resync.content.course.membership-changed.v1",
                                                course.value()))
                                .isEqualTo(told("course.membership-changed.v1", course.value()));
                        assertThat(told("resync.enrollment.course.run-changed.v1", run))
                                .isEqualTo(told("course.run-changed.v1", run));
                    });
            assertThat(told("course.published.v1", course.value())).isEqualTo(before);
        }

        @Test
        void keepsDraftsOutOfTheVersionsItTellsAgain() {
            var draft = studio.draft(author, "Only a draft");
            var published = studio.published(author, "Not only");

            ask("certificate", "course.published.v1");

            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            !told("resync.certificate.course.published.v1", published.value())
                                    .isEmpty());
            assertThat(told("resync.certificate.course.published.v1", draft.value())).isEmpty();
        }

        @Test
        void getsADroppedCopyBackFromItsProducer() {
            var lesson = UUID.randomUUID();
            var body = new LessonChanged(lesson, UUID.randomUUID(), UUID.randomUUID(), false);
            studio.hear(lesson, body);
            var heard = studio.neighbours().listenTo("course");
            jdbc.sql("delete from copy_lesson_body where lesson_id = :id")
                    .param("id", lesson)
                    .update();

            resync.request("content");

            var request = heard.atLeast(1, "course.resync-requested.v1").getLast();
            assertThat(request.at("/data/types").toString()).contains("content.lesson-changed.v1");
            // The producer's answer: the same state, told again.
            studio.hear(lesson, body);
            assertThat(row("select empty from copy_lesson_body where lesson_id = :id", lesson))
                    .containsEntry("empty", false);
        }

        private void ask(String consumer, String... types) {
            var id = UUID.randomUUID();
            var body =
                    """
                    {"specversion": "1.0", "id": "%s", "type": "%s.resync-requested.v1",
                     "source": "lectern/%s", "subject": "%s", "time": "2026-10-02T09:15:00Z",
                     "datacontenttype": "application/json", "dataschema": "/docs",
                     "sequence": "0000000000000000001",
                     "data": {"consumer": "%s", "types": ["%s"]}}
                    """
                            .formatted(
                                    id,
                                    consumer,
                                    consumer,
                                    id,
                                    consumer,
                                    String.join("\", \"", types));
            rabbit.send(
                    "",
                    "course.resync-requests",
                    MessageBuilder.withBody(body.getBytes(StandardCharsets.UTF_8))
                            .setContentType("application/cloudevents+json")
                            .setMessageId(id.toString())
                            .build());
            await().until(() -> studio.isHandled(id));
        }

        /// The data of what left under a routing key about a subject, oldest first.
        private List<String> told(String key, UUID subject) {
            return jdbc.sql(
                            """
                            select (payload::jsonb -> 'data')::text from outbox
                            where routing_key = :key and subject = :subject order by sequence
                            """)
                    .param("key", key)
                    .param("subject", subject)
                    .query(String.class)
                    .list();
        }
    }

    private static List<JsonNode> about(List<JsonNode> envelopes, UUID subject) {
        return envelopes.stream()
                .filter(envelope -> envelope.get("subject").asString().equals(subject.toString()))
                .toList();
    }

    private Map<String, @Nullable Object> row(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query().singleRow();
    }
}
