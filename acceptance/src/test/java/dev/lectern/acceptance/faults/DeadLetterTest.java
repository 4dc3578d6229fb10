package dev.lectern.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.courses.Studies;
import dev.lectern.acceptance.courses.Studio;
import dev.lectern.acceptance.people.Cast;
import dev.lectern.acceptance.platform.OnPlatform;
import dev.lectern.acceptance.platform.Operator;
import dev.lectern.acceptance.platform.Platform;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What a service cannot handle waits with its reason, holds up nobody, and is handled once when it
/// is tried again.
@OnPlatform(isolated = {"enrollment", "content"})
class DeadLetterTest {

    private static final Duration EFFECT = Duration.ofSeconds(60);

    @Test
    void waitsWithItsReasonAndIsHandledOnceWhenReplayed(Platform platform, Cast cast)
            throws SQLException {
        var breaking = new Breaking(platform);
        var operator = new Operator(platform);
        var course =
                new Studio(cast.instructor("Ines"), cast.moderator())
                        .published("Put aside", "Preview", "Closed");
        var leo = new Studies(cast.learner("Leo"), course);
        // Only this learner's copy is refused: the neighbours' messages pass.
        breaking.platform()
                .change(
                        "content",
                        "alter table copy_learner_access add constraint not_leo check (learner_id <> '"
                                + leo.learner().id()
                                + "')");
        leo.enroll();

        await("it is among the dead letters")
                .atMost(EFFECT)
                .until(() -> operator.run("dlq", "list").contains("content.enrollment-events"));
        assertThat(operator.run("dlq", "list")).contains("not_leo");
        var mia = new Studies(cast.learner("Mia"), course);
        mia.enroll();
        mia.awaitOpen();
        assertThat(leo.isOpen()).isFalse();

        breaking.platform()
                .change("content", "alter table copy_learner_access drop constraint not_leo");
        operator.run("dlq", "replay");

        leo.awaitOpen();
        assertThat(operator.run("dlq", "list")).contains("No message waits.");
    }
}
