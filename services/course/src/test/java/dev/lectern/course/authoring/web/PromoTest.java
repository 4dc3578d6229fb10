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

/// The video a course is promoted with, from the draft onto the public page.
@CourseTest
@SuppressWarnings("NullAway.Init")
class PromoTest {

    @LocalServerPort int port;
    @Autowired Studio studio;

    private final Caller ines = Studio.anInstructor();
    private final UUID video = UUID.randomUUID();
    private Desk author;
    private CourseId course;

    @BeforeEach
    void aCourse() {
        author = Desk.of(port, ines);
        course = studio.writtenDraft(ines, Studio.details("With a film"));
    }

    @Test
    void isTakenBeforeItCanBePlayedAndAskedForByTheGate() {
        var chosen = choose("\"" + video + "\"");
        assertThat(chosen.status()).isEqualTo(200);
        assertThat(chosen.text("promoVideoId")).isEqualTo(video.toString());
        var gate = author.get(path() + "/gate").json();
        assertThat(gate.at("/failures/0/code").asString()).isEqualTo("MEDIA_NOT_READY");
        assertThat(gate.at("/failures/0/pointer").asString()).isEqualTo("/promoVideoId");
        assertThat(Studio.outcomeOf(() -> studio.submit(course, ines))).isEqualTo("GATE_FAILED");

        studio.video(course, video, 30);
        studio.captions(course, video, "en");

        assertThat(Studio.outcomeOf(() -> studio.submit(course, ines))).isEqualTo("DONE");
    }

    @Test
    void isNoVideoOfAnotherCourse() {
        studio.video(studio.draft(ines, "Another"), video, 30);

        var refused = choose("\"" + video + "\"");

        assertThat(refused.code()).isEqualTo("REF_UNKNOWN");
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/promoVideoId");
    }

    @Test
    void keepsTheGateShutWhenItTurnsOutToBeAnotherCourses() {
        choose("\"" + video + "\"");
        studio.video(studio.draft(ines, "Another"), video, 30);

        assertThat(Studio.outcomeOf(() -> studio.submit(course, ines))).isEqualTo("GATE_FAILED");
    }

    @Test
    void isTakenAwayByNullAndLeftByWhatIsAbsent() {
        choose("\"" + video + "\"");

        var left = patch("{\"summary\": \"Another one.\"}");
        assertThat(left.text("promoVideoId")).isEqualTo(video.toString());
        assertThat(choose("null").json().hasNonNull("promoVideoId")).isFalse();
    }

    @Test
    void isShownOnThePublicPageAndToldWithTheVersion() {
        studio.video(course, video, 30);
        studio.captions(course, video, "en");
        choose("\"" + video + "\"");
        studio.submit(course, ines);
        var heard = studio.neighbours().listenTo("course");

        studio.approve(course);
        studio.awaitListed(course, 1);

        var page = new Client(port).get("/api/v1/catalog/courses/" + course.value());
        assertThat(page.text("promoVideoId")).isEqualTo(video.toString());
        assertThat(heard.atLeast(1, "course.published.v1"))
                .anySatisfy(event ->
                        assertThat(event.at("/data/promoVideoId").asString())
                                .isEqualTo(video.toString()));
    }

    private Answer choose(String promo) {
        return patch("{\"promoVideoId\": " + promo + "}");
    }

    private Answer patch(String body) {
        return author.having(author.get(path())).patch(path(), body);
    }

    private String path() {
        return "/api/v1/courses/" + course.value();
    }
}
