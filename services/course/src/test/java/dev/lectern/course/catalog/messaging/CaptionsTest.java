package dev.lectern.course.catalog.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Client;
import dev.lectern.common.security.Caller;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Studio;
import dev.lectern.events.media.CaptionsChanged;
import dev.lectern.testing.events.Neighbours.Letter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// In which languages courses can be read along, from the word of media to the catalogue.
@CourseTest
@SuppressWarnings("NullAway.Init")
class CaptionsTest {

    @LocalServerPort int port;
    @Autowired Studio studio;

    private final Caller ines = Studio.anInstructor();
    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @Test
    void areShownInTheLanguagesAllVideosHave() {
        var course = published(one, other);

        assertThat(languages(course)).containsExactly("en");
    }

    @Test
    void changeWithTheVideosOfACourseThatIsListed() {
        var course = published(one, other);

        studio.captions(course, other, "de", "en", "es");
        assertThat(languages(course)).containsExactly("en", "es");

        studio.captions(course, one, "es");
        assertThat(languages(course)).containsExactly("es");
    }

    @Test
    void areNeverReplacedByOlderOnes() {
        var course = published(one, other);
        var older = letter(course, "en", "fr");
        var newer = letter(course, "en", "es");

        studio.hear(newer);
        studio.hear(older);

        assertThat(languages(course)).containsExactly("en", "es");
    }

    @Test
    void areNotAskedOfACourseWithoutVideos() {
        assertThat(languages(studio.published(ines, "To be read"))).isEmpty();
    }

    /// The first video with captions in two languages, the second with one of them.
    private CourseId published(UUID first, UUID second) {
        var course = studio.writtenDraft(ines, Studio.details("Films"));
        var section = studio.firstSection(course, ines);
        for (var video : List.of(first, second)) {
            studio.video(course, video, 30);
            studio.videoLesson(course, section, video, ines);
        }
        studio.captions(course, first, "en", "es");
        studio.captions(course, second, "en");
        studio.submit(course, ines);
        studio.approve(course);
        studio.awaitListed(course, 1);
        return course;
    }

    private Letter letter(CourseId course, String... languages) {
        return studio.neighbours()
                .letter(other, new CaptionsChanged(other, course.value(), List.of(languages)));
    }

    private List<String> languages(CourseId course) {
        return new Client(port)
                .get("/api/v1/catalog/courses/" + course.value())
                .json()
                .get("captions")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }
}
