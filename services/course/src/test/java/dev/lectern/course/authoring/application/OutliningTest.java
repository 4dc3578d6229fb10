package dev.lectern.course.authoring.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.common.problem.Refusal;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Studio;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CourseTest
class OutliningTest {

    @Autowired Studio studio;
    @Autowired Outlining outlining;
    @Autowired OutlineViews views;
    @Autowired CourseViews courses;
    @Autowired PinningBodies pinning;

    @Test
    void losesNoLessonWhenManyAreAddedAtOnce() throws Exception {
        var author = Studio.anInstructor();
        var course = studio.draft(author, "Crowded " + UUID.randomUUID());
        var section = outlining.addSection(course, "Section", author);

        allAtOnce(10, () -> studio.article(course, section, "Lesson", author));

        var lessons = views.one(course.value(), author).sections().getFirst().lessons();
        assertThat(lessons).hasSize(10);
        assertThat(lessons).extracting(OutlineView.LessonView::id).doesNotHaveDuplicates();
    }

    @Test
    void letsOneOfManyEditsOfTheSameVersionThrough() throws Exception {
        var author = Studio.anInstructor();
        var course = studio.draft(author, "Contested " + UUID.randomUUID());
        var section = outlining.addSection(course, "Section", author);
        var etag = studio.etag(course, author);

        var outcomes =
                allAtOnce(
                        10,
                        () -> {
                            try {
                                outlining.renameSection(course, section, "Mine", etag, author);
                                return "RENAMED";
                            } catch (Refusal refusal) {
                                return refusal.code();
                            }
                        });

        assertThat(outcomes).filteredOn("RENAMED"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("VERSION_STALE"::equals).hasSize(9);
    }

    @Test
    void changesNothingWhenItIsRefused() {
        var author = Studio.anInstructor();
        var course = studio.writtenDraft(author, Studio.details("Kept " + UUID.randomUUID()));
        var before = views.one(course.value(), author);

        assertThatThrownBy(() -> outlining.addSection(course, "Mine", Studio.anInstructor()))
                .hasFieldOrPropertyWithValue("code", "NOT_FOUND");

        assertThat(views.one(course.value(), author)).isEqualTo(before);
    }

    @Test
    void leavesTheVersionAloneWhenTheDraftIsOnlyLookedAt() {
        var author = Studio.anInstructor();
        var course = studio.published(author, "Read " + UUID.randomUUID());
        var before = courses.one(course.value(), author).version();

        pinning.forNextVersion(course, studio.etag(course, author), author);

        assertThat(courses.one(course.value(), author).version()).isEqualTo(before);
    }

    private static <T> List<T> allAtOnce(int callers, Callable<T> call) throws Exception {
        var start = new CyclicBarrier(callers);
        var outcomes = new ArrayList<T>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (var i = 0; i < callers; i++) {
                running.add(
                        threads.submit(() -> {
                            start.await();
                            return call.call();
                        }));
            }
            for (var outcome : running) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }
}
