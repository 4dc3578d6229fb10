package dev.lectern.course;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Client;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Desk;
import dev.lectern.course.testkit.Studio;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What Prometheus gets from a service: everything that is watched, and no id in any tag.
@CourseTest
class WatchedTest {

    private static final Pattern TAG = Pattern.compile("[{,](\\w+)=\"([^\"]*)\"");

    @LocalServerPort int port;
    @Autowired Studio studio;

    @Test
    void tellsWhatIsWatched() {
        var ines = Studio.anInstructor();
        var course = studio.published(ines, "Watched");
        Desk.of(port, ines).read(course);

        assertThat(metrics())
                .containsPattern(
                        "http_server_requests_seconds_count\\{.*uri=\"/api/v1/courses/\\{id}\"")
                .containsPattern("http_server_requests_seconds_bucket\\{.*status=\"200\"")
                .containsPattern("(?m)^lectern_outbox_backlog ")
                .containsPattern("(?m)^lectern_outbox_oldest_age_seconds ")
                .contains("lectern_outbox_sent_total{type=\"course.published.v1\"}")
                .contains(
                        "lectern_inbox_events_total{queue=\"course.content-events\",result=\"handled\"}")
                .containsPattern("lectern_deadletters\\{queue=\"course.content-events\"} ")
                .containsPattern("resilience4j_circuitbreaker_state\\{.*name=\"content\"");
    }

    @Test
    void putsNoIdIntoATagWhateverIsAskedFor() {
        var ines = Studio.anInstructor();
        var author = Desk.of(port, ines);
        var course = studio.published(ines, "Tagged " + UUID.randomUUID());
        var stranger = new Client(port);
        for (var path :
                new String[] {
                    "/api/v1/courses/" + course.value(),
                    "/api/v1/courses/" + course.value() + "/outline",
                    "/api/v1/courses/" + UUID.randomUUID(),
                    "/api/v1/courses/" + UUID.randomUUID() + "/nothing-there",
                    "/api/v1/catalog/courses/" + course.value(),
                    "/api/v1/catalog/courses/a-slug-" + UUID.randomUUID(),
                    "/nowhere/" + UUID.randomUUID()
                }) {
            author.get(path);
            stranger.get(path);
        }
        author.delete("/api/v1/courses/" + course.value());

        assertThat(TAG.matcher(metrics()).results())
                .extracting((MatchResult tag) -> tag.group(2))
                .noneMatch(value -> value.matches(".*[0-9a-f]{8}-[0-9a-f]{4}-.*"));
    }

    private String metrics() {
        return new Client(port).get("/actuator/prometheus").body();
    }
}
