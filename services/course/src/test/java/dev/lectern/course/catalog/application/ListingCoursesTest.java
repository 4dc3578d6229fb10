package dev.lectern.course.catalog.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.common.security.Caller;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Studio;
import dev.lectern.testing.AtOnce;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CourseTest
class ListingCoursesTest {

    @Autowired Studio studio;
    @Autowired ListingCourses listing;
    @Autowired JdbcClient jdbc;

    private final Caller author = Studio.anInstructor();

    @Test
    void keepsTheNewestVersionWhateverIsListedLast() {
        var course = studio.published(author, "First");
        studio.describe(course, Studio.details("Second"), author);
        studio.publishNext(course, author);
        studio.awaitListed(course, 2);

        listing.list(new Listings.Version(course.value(), 1));
        listing.list(new Listings.Version(course.value(), 2));

        assertThat(listed(course, "title")).isEqualTo("Second");
        assertThat(listed(course, "version::text")).isEqualTo("2");
    }

    @Test
    void keepsTheTimeOfTheFirstVersion() {
        var course = studio.published(author, "Old");
        var before = listed(course, "published_at::text");

        studio.publishNext(course, author);
        studio.awaitListed(course, 2);

        assertThat(listed(course, "published_at::text")).isEqualTo(before);
    }

    @Test
    void learnsTheWordsOfTheNewestVersionAndForgetsTheOthers() {
        var course = studio.published(author, "Alpha word");
        studio.describe(course, Studio.details("Omega word"), author);
        studio.publishNext(course, author);
        studio.awaitListed(course, 2);

        assertThat(
                        jdbc.sql("select word from catalog_word_use where course_id = :id")
                                .param("id", course.value())
                                .query(String.class)
                                .list())
                .contains("omega", "word", "what")
                .doesNotContain("alpha");
    }

    @Test
    void doesNotStumbleOverOthersThatLearnTheSameWords() throws Exception {
        var words = "%s %s %s".formatted(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

        var courses = AtOnce.run(5, () -> studio.published(Studio.anInstructor(), words));

        assertThat(courses)
                .allSatisfy(course -> assertThat(listed(course, "title")).isEqualTo(words));
    }

    private String listed(CourseId course, String column) {
        return jdbc.sql("select " + column + " from catalog_entry where course_id = :id")
                .param("id", course.value())
                .query(String.class)
                .single();
    }
}
