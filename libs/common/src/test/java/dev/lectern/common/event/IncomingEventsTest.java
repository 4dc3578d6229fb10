package dev.lectern.common.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.events.course.CoursePublished;
import dev.lectern.events.enrollment.EnrollmentCompleted;
import dev.lectern.sample.Handlers;
import dev.lectern.sample.SampleApplication;
import dev.lectern.testing.ServiceTest;
import dev.lectern.testing.events.Neighbours;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest(classes = SampleApplication.class)
class IncomingEventsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Autowired Handlers handlers;
    @Autowired DeadLetters deadLetters;
    @Autowired MeterRegistry meters;
    @Autowired RabbitTemplate rabbit;

    private Neighbours neighbours = new Neighbours(new RabbitTemplate());

    @BeforeEach
    void connect() {
        neighbours = new Neighbours(rabbit);
    }

    @Test
    void triesAgainWhatFailedInPassingAndHasItsEffectOnce() {
        var enrollment = UUID.randomUUID();
        handlers.failFor(enrollment, 2);
        var letter = neighbours.letter(enrollment, completed(enrollment));

        neighbours.send(letter);
        await().atMost(PATIENCE).until(() -> handlers.calls(enrollment) == 3);
        neighbours.send(letter);

        await().atMost(PATIENCE).until(() -> counted("duplicate") > 0);
        assertThat(handlers.calls(enrollment)).isEqualTo(3);
        assertThat(isDead(letter.id())).isFalse();
    }

    @Test
    void putsARefusalAsideAtOnceWithItsReason() {
        var courseId = UUID.randomUUID();
        var letter = neighbours.letter(courseId, published(courseId));

        neighbours.send(letter);

        await().atMost(PATIENCE).until(() -> isDead(letter.id()));
        assertThat(deadLetters.list())
                .filteredOn(dead -> dead.eventId().equals(letter.id().toString()))
                .singleElement()
                .satisfies(dead -> {
                    assertThat(dead.reason()).contains("GenericRefusal");
                    assertThat(dead.queue()).isEqualTo("certificate.course-events");
                    assertThat(dead.envelope()).contains("course.published.v1");
                });
    }

    @Test
    void goesOnWithTheNeighboursOfAMessageThatFailsForGood() {
        var poison = UUID.randomUUID();
        handlers.failFor(poison, Integer.MAX_VALUE);
        var bad = neighbours.letter(poison, completed(poison));
        neighbours.send(bad);
        var healthy = UUID.randomUUID();

        neighbours.send(neighbours.letter(healthy, completed(healthy)));

        await().atMost(PATIENCE).until(() -> handlers.calls(healthy) == 1);
        await().atMost(PATIENCE).until(() -> isDead(bad.id()));
        assertThat(handlers.calls(poison)).isEqualTo(5);

        handlers.failFor(poison, 0);
        assertThat(deadLetters.replay(bad.id().toString())).isEqualTo(1);
        await().atMost(PATIENCE).until(() -> handlers.calls(poison) == 6);
        assertThat(isDead(bad.id())).isFalse();
    }

    private double counted(String result) {
        return meters.find("lectern.inbox.events").tag("result", result).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private boolean isDead(UUID eventId) {
        return deadLetters.list().stream()
                .anyMatch(letter -> letter.eventId().equals(eventId.toString()));
    }

    private static EnrollmentCompleted completed(UUID enrollment) {
        return new EnrollmentCompleted(
                enrollment, UUID.randomUUID(), UUID.randomUUID(), 1, Instant.EPOCH);
    }

    private static CoursePublished published(UUID courseId) {
        return new CoursePublished(
                courseId,
                "a-course",
                "A course",
                1,
                UUID.randomUUID(),
                List.of(),
                false,
                null,
                List.of());
    }
}
