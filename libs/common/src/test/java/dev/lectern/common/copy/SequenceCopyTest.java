package dev.lectern.common.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.events.course.CoursePublished;
import dev.lectern.events.course.CoursePublished.Lesson;
import dev.lectern.events.course.CoursePublished.Section;
import dev.lectern.sample.SampleApplication;
import dev.lectern.testing.ServiceTest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest(classes = SampleApplication.class)
class SequenceCopyTest {

    @Autowired JdbcClient database;

    private final UUID course = UUID.randomUUID();
    private final AccessCopy.InForce leo = new AccessCopy.InForce(UUID.randomUUID(), 1);
    private final UUID first = UUID.randomUUID();
    private final UUID quiz = UUID.randomUUID();
    private final UUID video = UUID.randomUUID();

    @Test
    void opensWhatComesAfterOnceWhatIsRequiredBeforeIsDone() {
        keep(true, lesson(first, true, null), lesson(null, false, null), lesson(null, true, quiz));
        assertThat(isOpen(quiz)).isFalse();

        done(first);
        done(first);

        assertThat(isOpen(quiz)).isTrue();
        assertThat(copy().isOpen(quiz, course, new AccessCopy.InForce(UUID.randomUUID(), 1)))
                .as("to somebody else")
                .isFalse();
    }

    @Test
    void opensTheFirstThingAndWhatNoSequenceHolds() {
        keep(true, lesson(first, true, quiz), lesson(null, true, video));

        assertThat(isOpen(quiz)).isTrue();
        assertThat(isOpen(video)).isFalse();
        assertThat(copy().isOpen(video, course, new AccessCopy.InForce(UUID.randomUUID(), 2)))
                .as("in a version without a sequence")
                .isTrue();
    }

    @Test
    void opensEverythingWhereLessonsDoNotWaitForEachOther() {
        keep(false, lesson(first, true, null), lesson(null, true, quiz));

        assertThat(isOpen(quiz)).isTrue();
    }

    @Test
    void opensPreviewsAndWhatAnotherLessonShowsEarlier() {
        var preview = new Lesson(UUID.randomUUID(), "P", "VIDEO", true, true, 0, null, video);
        keep(
                true,
                lesson(null, true, quiz),
                lesson(first, true, null),
                preview,
                lesson(null, true, quiz));

        assertThat(isOpen(video)).isTrue();
        assertThat(isOpen(quiz)).isTrue();
    }

    @Test
    void opensALessonByItsOwnId() {
        var second = UUID.randomUUID();
        keep(true, lesson(first, true, null), lesson(second, true, null));
        assertThat(copy().isLessonOpen(first, course, leo)).isTrue();
        assertThat(copy().isLessonOpen(second, course, leo)).isFalse();

        done(first);

        assertThat(copy().isLessonOpen(second, course, leo)).isTrue();
    }

    private void keep(boolean sequential, Lesson... lessons) {
        var published =
                new CoursePublished(
                        course,
                        "waves",
                        "Waves",
                        1,
                        UUID.randomUUID(),
                        List.of(),
                        sequential,
                        null,
                        List.of(new Section(UUID.randomUUID(), "One", List.of(lessons))));
        copy().keep(published);
        copy().keep(published);
    }

    private static Lesson lesson(@Nullable UUID id, boolean required, @Nullable UUID ref) {
        return new Lesson(
                id == null ? UUID.randomUUID() : id, "L", "QUIZ", required, false, 0, null, ref);
    }

    private void done(UUID lesson) {
        database.sql(
                        """
                        insert into copy_done_lesson values (:enrollment, :lesson)
                        on conflict do nothing
                        """)
                .param("enrollment", leo.enrollmentId())
                .param("lesson", lesson)
                .update();
    }

    private boolean isOpen(UUID ref) {
        return copy().isOpen(ref, course, leo);
    }

    private SequenceCopy copy() {
        return new SequenceCopy(database);
    }
}
