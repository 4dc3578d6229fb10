package dev.lectern.course.authoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.common.security.Caller;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.LessonId;
import dev.lectern.course.testkit.Callees;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Desk;
import dev.lectern.course.testkit.Studio;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The images and files of lessons, from the draft into the published version.
@CourseTest
@SuppressWarnings("NullAway.Init")
class ShownAssetsTest {

    @LocalServerPort int port;
    @Autowired Studio studio;

    private final Caller ines = Studio.anInstructor();
    private final UUID asset = UUID.randomUUID();
    private CourseId course;
    private LessonId lesson;

    @BeforeEach
    void aLesson() {
        course = studio.writtenDraft(ines, Studio.details("With pictures"));
        lesson = studio.firstLesson(course, ines);
    }

    @Test
    void keepTheGateShutUntilMediaTellsOfThem() {
        studio.showing(course, lesson, asset, "IMAGE");

        assertBroken();
        assertThat(Studio.outcomeOf(() -> studio.submit(course, ines))).isEqualTo("GATE_FAILED");

        studio.asset(course, asset, "IMAGE");
        assertThat(Studio.outcomeOf(() -> studio.submit(course, ines))).isEqualTo("DONE");
    }

    @Test
    void areOfTheCourseItself() {
        studio.asset(studio.draft(ines, "Another"), asset, "IMAGE");
        studio.showing(course, lesson, asset, "IMAGE");

        assertBroken();
    }

    @Test
    void areLookedAtOnlyWhereTheyAreImages() {
        studio.asset(course, asset, "FILE");
        studio.showing(course, lesson, asset, "IMAGE");
        assertBroken();

        studio.showing(course, lesson, asset, "FILE");
        assertThat(Studio.outcomeOf(() -> studio.submit(course, ines))).isEqualTo("DONE");
    }

    @Test
    void areAskedForAgainWhenTheVersionIsMade() {
        studio.submit(course, ines);
        Callees.showing(lesson.value(), asset, "IMAGE");

        assertThat(Studio.outcomeOf(() -> studio.approve(course))).isEqualTo("GATE_FAILED");

        studio.asset(course, asset, "IMAGE");
        assertThat(Studio.outcomeOf(() -> studio.approve(course))).isEqualTo("DONE");
    }

    @Test
    void areToldWithTheVersion() {
        studio.asset(course, asset, "IMAGE");
        studio.showing(course, lesson, asset, "IMAGE");
        studio.submit(course, ines);
        var heard = studio.neighbours().listenTo("course");

        studio.approve(course);

        assertThat(heard.atLeast(1, "course.published.v1"))
                .anySatisfy(event ->
                        assertThat(
                                        event.at("/data/sections/0/lessons/0/assetIds")
                                                .valueStream()
                                                .map(id -> id.asString()))
                                .containsExactly(asset.toString()));
    }

    private void assertBroken() {
        var gate = Desk.of(port, ines).get("/api/v1/courses/" + course.value() + "/gate").json();
        assertThat(gate.at("/failures/0/code").asString()).isEqualTo("REF_BROKEN");
        assertThat(gate.at("/failures/0/pointer").asString()).isEqualTo("/sections/0/lessons/0");
    }
}
