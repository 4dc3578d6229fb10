package dev.lectern.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.courses.Studies;
import dev.lectern.acceptance.courses.Studio;
import dev.lectern.acceptance.courses.Studio.Draft;
import dev.lectern.acceptance.people.Cast;
import dev.lectern.acceptance.platform.OnPlatform;
import dev.lectern.acceptance.platform.Platform;
import dev.lectern.client.Answer;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// A service is gone: its own calls say so and what does not need it goes on, as
/// `docs/when-something-is-down.md` tells.
@OnPlatform(isolated = {"enrollment", "content"})
@TestInstance(Lifecycle.PER_CLASS)
class ServiceAwayTest {

    private static final Duration BACK = Duration.ofSeconds(30);

    private Breaking breaking;
    private Cast cast;
    private Studies leo;
    private Draft course;

    @BeforeAll
    void somebodyWhoLearns(Platform platform, Cast cast) {
        breaking = new Breaking(platform);
        this.cast = cast;
        course =
                new Studio(cast.instructor("Ines"), cast.moderator())
                        .published("While something is away", "Preview", "Closed");
        leo = new Studies(cast.learner("Leo"), course);
        leo.enroll();
        leo.awaitOpen();
    }

    @Test
    void withoutEnrollmentLessonsAreReadAndCoursesFound() {
        breaking.kill("enrollment");
        try {
            assertUnavailable(leo.asksForASeat());
            assertUnavailable(get("/api/v1/enrollments"));
            assertUnavailable(get("/api/v1/progress/" + course.id()));
            assertThat(leo.isOpen()).isTrue();
            assertThat(get("/api/v1/catalog/courses/" + course.id()).status()).isEqualTo(200);
            assertThat(get("/api/v1/certificates").status()).isEqualTo(200);
        } finally {
            breaking.start("enrollment");
        }
        awaitBack("/api/v1/enrollments");
    }

    @Test
    void withoutContentPeopleEnrollAndAdvance() {
        var mia = new Studies(cast.learner("Mia"), course);

        breaking.kill("content");
        try {
            assertUnavailable(get("/api/v1/lessons/" + course.lessonIds().getLast()));
            mia.enroll();
            assertThat(leo.percent()).isZero();
            assertThat(get("/api/v1/catalog/courses/" + course.id()).status()).isEqualTo(200);
        } finally {
            breaking.start("content");
        }
        mia.awaitOpen();
    }

    private Answer get(String path) {
        return leo.learner().api().get(path);
    }

    private static void assertUnavailable(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("UNAVAILABLE");
        assertThat(answer.header("Retry-After")).isNotEmpty();
    }

    private void awaitBack(String path) {
        await("the front door lets calls through")
                .atMost(BACK)
                .until(() -> get(path).status() == 200);
    }
}
