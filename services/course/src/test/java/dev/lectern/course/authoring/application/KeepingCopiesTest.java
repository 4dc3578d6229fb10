package dev.lectern.course.authoring.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.common.event.Received;
import dev.lectern.course.authoring.domain.AssetKind;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.ShownAsset;
import dev.lectern.course.authoring.domain.WrittenBody;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Learners;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.content.LessonChanged;
import dev.lectern.events.enrollment.EnrollmentGranted;
import dev.lectern.events.enrollment.EnrollmentSeatsChanged;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Copies of what neighbours tell: the sequence decides, in whatever order it arrives.
@CourseTest
class KeepingCopiesTest {

    private static final List<List<Long>> ORDERS =
            List.of(
                    List.of(1L, 2L, 3L),
                    List.of(3L, 2L, 1L),
                    List.of(2L, 3L, 1L),
                    List.of(1L, 3L, 2L, 3L),
                    List.of(3L, 3L, 1L, 1L, 2L, 2L));

    @Autowired KeepingBodies bodies;
    @Autowired KeepingSeats seats;
    @Autowired KeepingLearners learners;
    @Autowired LessonBodies written;
    @Autowired JdbcClient jdbc;

    @Test
    void endsWithTheNewestBody() {
        for (var order : ORDERS) {
            var course = new CourseId(UUID.randomUUID());
            var lesson = UUID.randomUUID();

            arrive(
                    order,
                    sequence ->
                            bodies.keep(
                                    received(
                                            new LessonChanged(
                                                    lesson,
                                                    course.value(),
                                                    new UUID(0, sequence),
                                                    sequence == 2,
                                                    List.of(
                                                            new LessonChanged.ShownAsset(
                                                                    new UUID(3, sequence),
                                                                    "FILE"))),
                                            sequence)));

            assertThat(written.written(course))
                    .containsEntry(
                            lesson,
                            new WrittenBody(
                                    new UUID(0, 3),
                                    List.of(new ShownAsset(new UUID(3, 3), AssetKind.FILE))));
        }
    }

    @Test
    void forgetsABodyThatWasEmptied() {
        var course = new CourseId(UUID.randomUUID());
        var lesson = UUID.randomUUID();

        for (var sequence : List.of(1L, 2L)) {
            bodies.keep(
                    received(
                            new LessonChanged(
                                    lesson, course.value(), UUID.randomUUID(), sequence == 2),
                            sequence));
        }

        assertThat(written.written(course)).isEmpty();
    }

    @Test
    void endsWithTheNewestSeats() {
        for (var order : ORDERS) {
            var run = UUID.randomUUID();

            arrive(
                    order,
                    sequence ->
                            seats.keep(
                                    received(
                                            new EnrollmentSeatsChanged(
                                                    run, UUID.randomUUID(), 9, (int) sequence, 1),
                                            sequence)));

            assertThat(
                            jdbc.sql("select taken from copy_seats where run_id = :run")
                                    .param("run", run)
                                    .query(Integer.class)
                                    .single())
                    .isEqualTo(3);
        }
    }

    @Nested
    class OfLearners {

        private final CourseId course = new CourseId(UUID.randomUUID());
        private final UUID enrollment = UUID.randomUUID();

        @Test
        void countAnEndThatIsToldBeforeTheBeginningAsTheEnd() {
            learners.revoked(received(Learners.revocationOf(enrollment, course), 2));
            learners.granted(received(Learners.grantOf(enrollment, course, 1), 1));

            assertThat(isInForce()).isFalse();
        }

        @Test
        void countAGrantAfterAnEndAgain() {
            learners.granted(received(Learners.grantOf(enrollment, course, 1), 1));
            learners.expired(received(Learners.endOf(enrollment, course), 2));
            learners.granted(received(Learners.grantOf(enrollment, course, 1), 3));

            assertThat(isInForce()).isTrue();
        }

        @ParameterizedTest
        @CsvSource({"ACTIVE, true", "SUSPENDED, true", "REVOKED, false", "EXPIRED, false"})
        void goByTheStatusWhenAGrantIsToldAgain(String status, boolean inForce) {
            learners.granted(
                    received(
                            new EnrollmentGranted(
                                    enrollment,
                                    UUID.randomUUID(),
                                    course.value(),
                                    UUID.randomUUID(),
                                    1,
                                    status,
                                    null,
                                    Instant.EPOCH,
                                    null),
                            7));

            assertThat(isInForce()).isEqualTo(inForce);
        }

        private boolean isInForce() {
            return jdbc.sql("select in_force from copy_enrollment where enrollment_id = :id")
                    .param("id", enrollment)
                    .query(Boolean.class)
                    .single();
        }
    }

    private static void arrive(List<Long> order, LongConsumer arrival) {
        order.forEach(arrival::accept);
    }

    private static <E extends ContractEvent> Received<E> received(E event, long sequence) {
        return new Received<>(event, UUID.randomUUID(), UUID.randomUUID(), sequence, Instant.EPOCH);
    }
}
