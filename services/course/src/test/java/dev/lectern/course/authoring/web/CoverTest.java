package dev.lectern.course.authoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.common.security.Caller;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Desk;
import dev.lectern.course.testkit.Studio;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The picture a course is shown with, from the draft into the catalogue.
@CourseTest
@SuppressWarnings("NullAway.Init")
class CoverTest {

    @LocalServerPort int port;
    @Autowired Studio studio;

    private final Caller ines = Studio.anInstructor();
    private final UUID image = UUID.randomUUID();
    private Desk author;
    private CourseId course;

    @BeforeEach
    void aCourse() {
        author = Desk.of(port, ines);
        course = studio.writtenDraft(ines, Studio.details("With a picture"));
    }

    @Test
    void isAnImageOfTheCourse() {
        studio.asset(course, image, "IMAGE");

        var described = choose("\"" + image + "\"");

        assertThat(described.status()).isEqualTo(200);
        assertThat(described.text("coverAssetId")).isEqualTo(image.toString());
    }

    @Test
    void isNoFileNoOtherCoursesImageAndNoneNobodyToldOf() {
        assertThat(choose("\"" + image + "\"").code()).isEqualTo("REF_UNKNOWN");

        var file = UUID.randomUUID();
        studio.asset(course, file, "FILE");
        assertThat(choose("\"" + file + "\"").code()).isEqualTo("REF_UNKNOWN");

        studio.asset(studio.draft(ines, "Another"), image, "IMAGE");
        assertThat(choose("\"" + image + "\"").code()).isEqualTo("REF_UNKNOWN");
    }

    @Test
    void isAskedForByTheGate() {
        choose("null");

        var gate = author.get(path() + "/gate").json();

        assertThat(gate.at("/failures/0/code").asString()).isEqualTo("COVER_MISSING");
        assertThat(gate.at("/failures/0/pointer").asString()).isEqualTo("/coverAssetId");
        assertThat(Studio.outcomeOf(() -> studio.submit(course, ines))).isEqualTo("GATE_FAILED");
    }

    @Test
    void isShownInTheCatalogueAndToldWithTheVersion() {
        studio.asset(course, image, "IMAGE");
        choose("\"" + image + "\"");
        studio.submit(course, ines);
        var heard = studio.neighbours().listenTo("course");
        studio.approve(course);
        studio.awaitListed(course, 1);

        var page = new Client(port).get("/api/v1/catalog/courses/" + course.value());
        assertThat(page.text("coverUrl")).isEqualTo("/api/v1/assets/" + image + "/file");
        assertThat(heard.atLeast(1, "course.published.v1"))
                .anySatisfy(event ->
                        assertThat(event.at("/data/coverAssetId").asString())
                                .isEqualTo(image.toString()));
    }

    private Answer choose(String cover) {
        return author.having(author.get(path())).patch(path(), "{\"coverAssetId\": " + cover + "}");
    }

    private String path() {
        return "/api/v1/courses/" + course.value();
    }
}
