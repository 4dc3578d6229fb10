package dev.lectern.acceptance.faults;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.courses.Studies;
import dev.lectern.acceptance.courses.Studio;
import dev.lectern.acceptance.courses.Studio.Draft;
import dev.lectern.acceptance.people.Cast;
import dev.lectern.acceptance.people.Person;
import dev.lectern.acceptance.platform.OnPlatform;
import dev.lectern.acceptance.platform.Platform;
import dev.lectern.client.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whichever service is stopped: what is its own says so, and all that the others answer for is
/// answered as before, as `docs/when-something-is-down.md` tells.
@OnPlatform
@TestInstance(Lifecycle.PER_CLASS)
class EveryServiceAwayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Breaking breaking;
    private Person leo;
    private Map<String, String> pages;

    @BeforeAll
    void somebodyWhoReadsEverything(Platform platform, Cast cast) {
        breaking = new Breaking(platform);
        var course =
                new Studio(cast.instructor("Ines"), cast.moderator())
                        .published("Whatever is away", "Preview");
        leo = cast.instructor("Leo");
        var studies = new Studies(leo, course);
        studies.enroll();
        studies.complete();
        pages = pagesOf(course, new Studio(leo, cast.moderator()).draft("His own"));
        await("everybody has heard of Leo")
                .atMost(PATIENCE)
                .until(() -> services().allMatch(this::answers));
    }

    /// For each service something that it answers for by itself.
    private Map<String, String> pagesOf(Draft course, Draft own) {
        var shown = "/api/v1/catalog/courses/" + course.id();
        return Map.ofEntries(
                entry("auth", "/api/v1/auth/sessions"),
                entry("user", "/api/v1/users/me"),
                entry("course", shown),
                entry("enrollment", "/api/v1/progress/" + course.id()),
                entry("content", "/api/v1/lessons/" + course.lessonIds().getFirst()),
                entry("media", get(shown).text("coverUrl")),
                entry("assessment", "/api/v1/gradebook/" + course.id()),
                entry("payment", "/api/v1/orders"),
                entry("certificate", "/api/v1/certificates"),
                entry("review", "/api/v1/reviews?courseId=" + course.id()),
                entry("gamification", "/api/v1/leaderboards/course?courseId=" + course.id()),
                entry("analytics", "/api/v1/analytics/courses/" + own.id() + "/funnel"),
                entry("notification", "/api/v1/notifications"));
    }

    static Stream<String> services() {
        return dev.lectern.events.Platform.load().services().stream()
                .map(dev.lectern.events.Platform.Service::name);
    }

    @ParameterizedTest
    @MethodSource("services")
    void takesOnlyWhatIsItsOwnWithIt(String service) {
        // A token is fetched anew from time to time, and auth may be the one that is away.
        leo.again();
        breaking.stop(service);
        try {
            var answer = get(pageOf(service));
            assertThat(answer.status()).as(answer.body()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("UNAVAILABLE");
            assertThat(answer.header("Retry-After")).isNotEmpty();
            assertThat(services().filter(other -> !other.equals(service)))
                    .allMatch(this::answers, "answers though " + service + " is away");
        } finally {
            breaking.start(service);
        }
        await(service + " is back").atMost(PATIENCE).until(() -> answers(service));
    }

    private boolean answers(String service) {
        return get(pageOf(service)).status() < 400;
    }

    private String pageOf(String service) {
        return Objects.requireNonNull(pages.get(service), "nothing is known of " + service);
    }

    private Answer get(String path) {
        return leo.api().get(path);
    }
}
