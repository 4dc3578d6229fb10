package dev.lectern.course.authoring.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.common.event.Resync;
import dev.lectern.common.security.Caller;
import dev.lectern.course.authoring.application.CourseViews;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Studio;
import dev.lectern.events.content.LessonChanged;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Copies of course's state elsewhere, and its own copies, built anew.
@CourseTest
class ResyncTest {

    @Autowired Studio studio;
    @Autowired CourseViews views;
    @Autowired Resync resync;
    @Autowired RabbitTemplate rabbit;
    @Autowired JdbcClient jdbc;

    private final Caller author = Studio.anInstructor();

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
                                    told("course.outline-changed.v1", course.value()).getLast());
                    assertThat(told("resync.content.course.membership-changed.v1", course.value()))
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
        jdbc.sql("delete from copy_lesson_body where lesson_id = :id").param("id", lesson).update();

        resync.request("content");

        var request = heard.atLeast(1, "course.resync-requested.v1").getLast();
        assertThat(request.at("/data/types").toString()).contains("content.lesson-changed.v1");
        // The producer's answer: the same state, told again.
        studio.hear(lesson, body);
        assertThat(isKept(lesson)).isTrue();
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
                                id, consumer, consumer, id, consumer, String.join("\", \"", types));
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

    private boolean isKept(UUID lesson) {
        return jdbc.sql("select exists (select 1 from copy_lesson_body where lesson_id = :id)")
                .param("id", lesson)
                .query(Boolean.class)
                .single();
    }
}
