package dev.lectern.acceptance.faults;

import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.courses.Studies;
import dev.lectern.acceptance.courses.Studio;
import dev.lectern.acceptance.people.Cast;
import dev.lectern.acceptance.platform.OnPlatform;
import dev.lectern.acceptance.platform.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/// The broker is away for half a minute.
@OnPlatform(isolated = {"enrollment", "content"})
class BrokerAwayTest {

    private static final Duration OUTAGE = Duration.ofSeconds(30);

    @Test
    void everyRequestIsAnsweredAndEverythingArrivesAfterwards(Platform platform, Cast cast) {
        var breaking = new Breaking(platform);
        var course =
                new Studio(cast.instructor("Ines"), cast.moderator())
                        .published("Outage", "Preview", "Closed");
        var learners = new ArrayList<Studies>();

        breaking.stopBroker();
        try {
            var back = Instant.now().plus(OUTAGE);
            await("half a minute of learners who sign up and enroll")
                    .atMost(OUTAGE.multipliedBy(3))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        var leo = new Studies(cast.learner("Leo"), course);
                        leo.enroll();
                        learners.add(leo);
                        return Instant.now().isAfter(back);
                    });
        } finally {
            breaking.startBroker();
        }

        learners.forEach(Studies::awaitOpen);
    }
}
