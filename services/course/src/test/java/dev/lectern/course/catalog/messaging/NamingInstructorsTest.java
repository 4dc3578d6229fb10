package dev.lectern.course.catalog.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.common.security.Caller;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.testkit.Callees;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Studio;
import dev.lectern.events.user.ProfileUpdated;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The catalogue shows instructors under the name user tells, now and after a change.
@CourseTest
class NamingInstructorsTest {

    @Autowired Studio studio;
    @Autowired JdbcClient jdbc;

    private final Caller ines = Studio.anInstructor();

    @Test
    void showsTheNameThatIsKnownWhenACourseIsListed() {
        Callees.named(ines.id(), "Ines");

        var course = studio.published(ines, "Named");

        await().untilAsserted(() -> assertThat(nameAt(course)).contains("Ines"));
        assertThat(Callees.callsAbout(ines.id()).getFirst().authorization()).startsWith("Bearer ");
    }

    @Test
    void followsAChangeHoweverOftenItIsTold() {
        Callees.named(ines.id(), "Ines");
        var course = studio.published(ines, "Renamed author");
        await().untilAsserted(() -> assertThat(nameAt(course)).contains("Ines"));
        var letter = studio.neighbours().letter(ines.id(), new ProfileUpdated(ines.id()));

        Callees.named(ines.id(), "Ines M.");
        studio.hear(letter);
        studio.hear(letter);

        await().untilAsserted(() -> assertThat(nameAt(course)).contains("Ines M."));
    }

    @Test
    void listsACourseWhileUserDoesNotAnswerAndNamesItsInstructorLater() {
        Callees.unreachable(ines.id());
        Callees.named(ines.id(), "Ines");

        var course = studio.published(ines, "Unnamed at first");
        assertThat(nameAt(course)).isEmpty();
        Callees.reachable(ines.id());

        await().untilAsserted(() -> assertThat(nameAt(course)).contains("Ines"));
    }

    @Test
    void asksForNobodyWhoHasNothingListed() {
        var stranger = UUID.randomUUID();

        studio.hear(stranger, new ProfileUpdated(stranger));

        assertThat(Callees.callsAbout(stranger)).isEmpty();
    }

    private Optional<String> nameAt(CourseId course) {
        return jdbc.sql("select instructor_name from catalog_entry where course_id = :id")
                .param("id", course.value())
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single();
    }
}
