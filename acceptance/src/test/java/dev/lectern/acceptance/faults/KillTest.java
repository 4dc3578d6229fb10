package dev.lectern.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.courses.Studies;
import dev.lectern.acceptance.courses.Studio;
import dev.lectern.acceptance.courses.Studio.Draft;
import dev.lectern.acceptance.people.Cast;
import dev.lectern.acceptance.platform.OnPlatform;
import dev.lectern.acceptance.platform.Platform;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// A service is killed at the worst moment of telling or hearing of an enrollment.
@OnPlatform(isolated = {"enrollment", "content"})
@TestInstance(Lifecycle.PER_CLASS)
class KillTest {

    private static final Duration EFFECT = Duration.ofSeconds(30);

    private Breaking breaking;
    private Cast cast;
    private Draft course;

    @BeforeAll
    void aCourse(Platform platform, Cast cast) {
        breaking = new Breaking(platform);
        this.cast = cast;
        course =
                new Studio(cast.instructor("Ines"), cast.moderator())
                        .published("Unbreakable", "Preview", "Closed");
    }

    @Test
    void betweenTheCommitAndTheSendingLosesNothing() throws Exception {
        var leo = someone();
        breaking.stopBroker();

        var enrollment = leo.enroll();
        breaking.kill("enrollment");
        breaking.startBroker();
        breaking.start("enrollment");

        leo.awaitOpen();
        assertThat(copiesOf(enrollment)).isEqualTo(1);
    }

    @Test
    void betweenTheSendingAndTheMarkSendsAgainWithoutASecondEffect() throws Exception {
        var leo = someone();
        breaking.stopBroker();
        var enrollment = leo.enroll();

        try (var held =
                breaking.hold(
                        "enrollment",
                        "select 1 from outbox where subject = '" + enrollment + "' for update")) {
            breaking.startBroker();
            await("the relay has sent and cannot mark")
                    .atMost(EFFECT)
                    .until(() -> held.waiting() > 0);
            leo.awaitOpen();
            breaking.kill("enrollment");
            held.endWaiting();
        }
        assertThat(unsentOf(enrollment)).isPositive();
        breaking.start("enrollment");

        await("all of it is sent").atMost(EFFECT).until(() -> unsentOf(enrollment) == 0);
        leo.awaitOpen();
        assertThat(copiesOf(enrollment)).isEqualTo(1);
    }

    @Test
    void inTheMiddleOfAHandlerBeginsItAgain() throws Exception {
        var leo = someone();

        UUID enrollment;
        try (var held =
                breaking.hold("content", "lock table copy_learner_access in exclusive mode")) {
            enrollment = leo.enroll();
            await("the handler has begun").atMost(EFFECT).until(() -> held.waiting() > 0);
            breaking.kill("content");
            held.endWaiting();
        }
        assertThat(copiesOf(enrollment)).isZero();
        breaking.start("content");

        leo.awaitOpen();
        assertThat(copiesOf(enrollment)).isEqualTo(1);
    }

    /// Somebody whose calls get through: for a while after a kill the front door asks nobody.
    private Studies someone() {
        var leo = cast.learner("Leo");
        await("the front door lets calls through")
                .atMost(EFFECT)
                .until(() -> leo.api().get("/api/v1/enrollments").status() == 200);
        return new Studies(leo, course);
    }

    private long copiesOf(UUID enrollment) throws SQLException {
        return breaking.platform()
                .number(
                        "content",
                        "select count(*) from copy_learner_access where enrollment_id = '"
                                + enrollment
                                + "'");
    }

    private long unsentOf(UUID enrollment) throws SQLException {
        return breaking.platform()
                .number(
                        "enrollment",
                        "select count(*) from outbox where sent_at is null and subject = '"
                                + enrollment
                                + "'");
    }
}
