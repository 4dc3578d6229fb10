package dev.lectern.course.authoring.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.common.security.Caller;
import dev.lectern.common.security.Role;
import dev.lectern.common.web.PageQuery;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Studio;
import dev.lectern.testing.AtOnce;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CourseTest
class StartingCoursesTest {

    @Autowired Studio studio;
    @Autowired StartingCourses starting;
    @Autowired Describing describing;
    @Autowired CourseViews views;
    @Autowired RunViews runs;

    @Test
    void givesEveryCourseASlugOfItsOwnEvenWhenAllStartAtOnce() throws Exception {
        var title = "Title " + UUID.randomUUID();

        var slugs =
                AtOnce.run(
                        20,
                        () -> {
                            var author = Studio.anInstructor();
                            var course = starting.start(Studio.details(title), author);
                            return views.one(course.value(), author).slug();
                        });

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

    @Test
    void givesTheCourseItsDefaultRunInTheSameTransaction() {
        var author = Studio.anInstructor();

        var course = starting.start(Studio.details("With a run"), author);

        var run = runs.one(views.one(course.value(), author).defaultRunId(), author);
        assertThat(run.courseId()).isEqualTo(course.value());
        assertThat(run.capacity()).isNull();
    }

    @Test
    void isForInstructorsOnly() {
        var learner = new Caller(UUID.randomUUID(), Set.of(Role.learner, Role.admin));

        assertThatThrownBy(() -> starting.start(Studio.details("Mine"), learner))
                .hasFieldOrPropertyWithValue("code", "FORBIDDEN");
        assertThat(views.all(Optional.empty(), new PageQuery(20, null), learner).items()).isEmpty();
    }

    private void retitle(CourseId course, String title, Caller author) {
        describing.describe(
                course, now -> Studio.details(title), studio.etag(course, author), author);
    }
}
