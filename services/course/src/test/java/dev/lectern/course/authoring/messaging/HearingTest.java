package dev.lectern.course.authoring.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.common.event.DeadLetters;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Learners;
import dev.lectern.course.testkit.Sample;
import dev.lectern.course.testkit.Studio;
import dev.lectern.events.Platform;
import dev.lectern.events.content.LessonChanged;
import dev.lectern.events.enrollment.EnrollmentSeatsChanged;
import dev.lectern.testing.events.Neighbours.Letter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What course hears, over the real broker: repeated, late, and in any order.
@CourseTest
class HearingTest {

    @Autowired Studio studio;
    @Autowired DeadLetters deadLetters;
    @Autowired JdbcClient jdbc;

    static Stream<String> consumed() {
        return Platform.load().service("course").consumes().stream();
    }

    @ParameterizedTest
    @MethodSource("consumed")
    void readsTheSampleOfEveryEventThoughItHasAFieldMore(String type) {
        var id = UUID.randomUUID();

        studio.hear(new Letter(type, id, Sample.of(type).withAFieldMore(id)));

        assertThat(studio.isHandled(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void endsWithTheNewestBodyHoweverEventsArrive(long seed) {
        var course = UUID.randomUUID();
        var lesson = UUID.randomUUID();

        arrive(
                seed,
                number ->
                        studio.neighbours()
                                .letter(
                                        lesson,
                                        new LessonChanged(
                                                lesson,
                                                course,
                                                new UUID(0, number),
                                                number % 2 == 0)));

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

        arrive(
                seed,
                number ->
                        studio.neighbours()
                                .letter(
                                        run,
                                        new EnrollmentSeatsChanged(
                                                run, UUID.randomUUID(), 9, number, 1)));

        assertThat(row("select capacity, taken, held from copy_seats where run_id = :id", run))
                .containsEntry("taken", 5)
                .containsEntry("capacity", 9);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void endsWithTheLastWordOnALearnerHoweverEventsArrive(long seed) {
        var course = new CourseId(UUID.randomUUID());
        var enrollment = UUID.randomUUID();

        arrive(
                seed,
                number ->
                        studio.neighbours()
                                .letter(
                                        enrollment,
                                        switch (number) {
                                            case 5 -> Learners.endOf(enrollment, course);
                                            case 4 -> Learners.revocationOf(enrollment, course);
                                            default -> Learners.grantOf(enrollment, course, number);
                                        }));

        assertThat(
                        row(
                                "select in_force from copy_enrollment where enrollment_id = :id",
                                enrollment))
                .containsEntry("in_force", false);
    }

    @Test
    void putsWhatItCannotReadAsideAndGoesOn() {
        var id = UUID.randomUUID();
        var lesson = UUID.randomUUID();

        studio.neighbours().sendRubbish("course.content-events", id, "{\"not\": \"an event\"");
        studio.hear(lesson, new LessonChanged(lesson, UUID.randomUUID(), UUID.randomUUID(), false));

        await().untilAsserted(() ->
                assertThat(deadLetters.list())
                        .filteredOn(letter -> letter.eventId().equals(id.toString()))
                        .singleElement()
                        .satisfies(letter -> assertThat(letter.reason()).contains("Unreadable")));
    }

    /// Five states of one subject, each sent twice, in an order of its own.
    private void arrive(long seed, IntFunction<Letter> state) {
        var letters = new ArrayList<Letter>();
        for (var number = 1; number <= 5; number++) {
            letters.add(state.apply(number));
        }
        letters.addAll(List.copyOf(letters));
        Collections.shuffle(letters, new Random(seed));
        letters.forEach(studio::hear);
    }

    private Map<String, @Nullable Object> row(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query().singleRow();
    }
}
