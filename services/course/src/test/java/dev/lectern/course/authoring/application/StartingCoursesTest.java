package dev.lectern.course.authoring.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.common.security.Caller;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Studio;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CourseTest
class StartingCoursesTest {

    @Autowired Studio studio;
    @Autowired StartingCourses starting;
    @Autowired Describing describing;
    @Autowired CourseViews views;

    @Test
    void givesEveryCourseASlugOfItsOwnEvenWhenAllStartAtOnce() throws Exception {
        var title = "Title " + UUID.randomUUID();
        var start = new CyclicBarrier(20);

        var slugs = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<String>>();
            for (var i = 0; i < 20; i++) {
                running.add(
                        threads.submit(() -> {
                            var author = Studio.anInstructor();
                            start.await();
                            var course = starting.start(Studio.details(title), author);
                            return views.one(course.value(), author).slug();
                        }));
            }
            for (var slug : running) {
                slugs.add(slug.get());
            }
        }

        assertThat(slugs).doesNotHaveDuplicates().hasSize(20);
        assertThat(slugs).allMatch(slug -> slug.startsWith("title-"));
    }

    @Test
    void neverGivesASlugAgainThatACourseHadOnce() {
        var author = Studio.anInstructor();
        var title = "Once " + UUID.randomUUID();
        var first = studio.draft(author, title);
        var given = views.one(first.value(), author).slug();
        retitle(first, "Other " + UUID.randomUUID(), author);

        var second = studio.draft(author, title);

        assertThat(views.one(first.value(), author).slug()).isNotEqualTo(given);
        assertThat(views.one(second.value(), author).slug()).isNotEqualTo(given);
    }

    @Test
    void givesACourseItsFormerSlugBackWithItsFormerTitle() {
        var author = Studio.anInstructor();
        var title = "Back " + UUID.randomUUID();
        var course = studio.draft(author, title);
        var given = views.one(course.value(), author).slug();

        for (var other : List.of("Away " + title, title)) {
            retitle(course, other, author);
        }

        assertThat(views.one(course.value(), author).slug()).isEqualTo(given);
    }

    private void retitle(CourseId course, String title, Caller author) {
        describing.describe(
                course, now -> Studio.details(title), studio.etag(course, author), author);
    }
}
