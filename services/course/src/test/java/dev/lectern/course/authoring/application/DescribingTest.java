package dev.lectern.course.authoring.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.common.security.Caller;
import dev.lectern.course.authoring.domain.CourseDetails;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Studio;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CourseTest
class DescribingTest {

    @Autowired Studio studio;
    @Autowired Describing describing;
    @Autowired CourseViews views;

    private final Caller author = Studio.anInstructor();

    @Test
    void keepsWhatIsSaidAboutACourse() {
        var course = studio.draft(author, "Said");
        var said =
                new CourseDetails(
                        "Señales",
                        "Cortas.",
                        "es",
                        Studio.details("x").level(),
                        Studio.details("x").category(),
                        "Largo.",
                        List.of("ondas"),
                        List.of("Saber"),
                        List.of("Tiempo"),
                        true,
                        null,
                        null,
                        null);

        describing.describe(course, _ -> said, studio.etag(course, author), author);

        var seen = views.one(course.value(), author);
        assertThat(seen.title()).isEqualTo("Señales");
        assertThat(seen.language()).isEqualTo("es");
        assertThat(seen.tags()).containsExactly("ondas");
        assertThat(seen.sequential()).isTrue();
        assertThat(seen.slug()).startsWith("senales");
    }

    @Test
    void keepsTheSlugPeopleKnowUntilTheNextVersion() {
        var course = studio.published(author, "Known " + UUID.randomUUID());
        var known = views.one(course.value(), author).slug();

        describing.describe(
                course,
                _ -> Studio.details("Renamed " + UUID.randomUUID()),
                studio.etag(course, author),
                author);
        studio.covered(course);
        var before = views.one(course.value(), author).slug();
        studio.publishNext(course, author);
        var after = views.one(course.value(), author).slug();

        assertThat(before).isEqualTo(known);
        assertThat(after).startsWith("renamed-");
    }

    @Test
    void isRefusedToStrangersAndOnAVersionThatIsOld() {
        var course = studio.draft(author, "Guarded");
        var old = studio.etag(course, author);
        studio.section(course, "Moved on", author);

        assertThatThrownBy(() ->
                        describing.describe(
                                course,
                                _ -> Studio.details("Mine"),
                                studio.etag(course, author),
                                Studio.anInstructor()))
                .hasFieldOrPropertyWithValue("code", "NOT_FOUND");
        assertThatThrownBy(
                        () -> describing.describe(course, _ -> Studio.details("Late"), old, author))
                .hasFieldOrPropertyWithValue("code", "VERSION_STALE");
        assertThat(views.one(course.value(), author).title()).isEqualTo("Guarded");
    }
}
