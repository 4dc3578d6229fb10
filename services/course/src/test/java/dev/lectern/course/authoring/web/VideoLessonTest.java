package dev.lectern.course.authoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Answer;
import dev.lectern.common.security.Caller;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.SectionId;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Desk;
import dev.lectern.course.testkit.Studio;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Lessons that show a video, from the first mention of it to the version that tells its length.
@CourseTest
@SuppressWarnings("NullAway.Init")
class VideoLessonTest {

    @LocalServerPort int port;
    @Autowired Studio studio;

    private final Caller ines = Studio.anInstructor();
    private final UUID video = UUID.randomUUID();
    private Desk author;
    private CourseId course;
    private SectionId section;

    @BeforeEach
    void aCourse() {
        author = Desk.of(port, ines);
        course = studio.writtenDraft(ines, Studio.details("With a video"));
        section = studio.firstSection(course, ines);
    }

    @Test
    void takesAVideoMediaHasToldOf() {
        studio.video(course, video, 30);
        studio.captions(course, video, "en");

        var lesson = add(video);

        assertThat(lesson.status()).isEqualTo(201);
        assertThat(lesson.json().at("/ref/videoId").asString()).isEqualTo(video.toString());
        assertThat(lesson.json().get("durationSeconds").asInt()).isEqualTo(30);
        assertThat(lesson.json().get("warnings")).isEmpty();
        assertThat(outline().json().get("durationSeconds").asInt()).isEqualTo(30);
    }

    @Test
    void refusesTheVideoOfAnotherCourseAndOneNobodyHasToldOf() {
        assertThat(add(video).code()).isEqualTo("REF_UNKNOWN");

        studio.video(studio.draft(ines, "Another"), video, 30);

        assertThat(add(video).code()).isEqualTo("REF_UNKNOWN");
    }

    @Test
    void keepsTheLengthThatWasToldFirst() {
        studio.video(course, video, 30);
        studio.video(course, video, 31);

        assertThat(add(video).json().get("durationSeconds").asInt()).isEqualTo(30);
    }

    @Test
    void isNotPublishedWithoutCaptions() {
        studio.video(course, video, 30);
        add(video);

        assertThat(warnings()).containsExactly("CAPTIONS_MISSING");
        var gate = author.get("/api/v1/courses/" + course.value() + "/gate").json();
        assertThat(gate.at("/failures/0/code").asString()).isEqualTo("CAPTIONS_MISSING");
        assertThat(gate.at("/failures/0/pointer").asString()).isEqualTo("/sections/0/lessons/1");

        studio.captions(course, video, "en");
        assertThat(warnings()).isEmpty();

        studio.captions(course, video);
        assertThat(warnings()).containsExactly("CAPTIONS_MISSING");
    }

    @Test
    void isToldWithTheVersionAndItsLength() {
        studio.video(course, video, 30);
        studio.captions(course, video, "en");
        var lesson = studio.videoLesson(course, section, video, ines);
        studio.submit(course, ines);
        var heard = studio.neighbours().listenTo("course");

        studio.approve(course);

        var told =
                heard.atLeast(1, "course.published.v1").stream()
                        .filter(event ->
                                event.at("/data/courseId")
                                        .asString()
                                        .equals(course.value().toString()))
                        .findFirst()
                        .orElseThrow();
        var shown = told.at("/data/sections/0/lessons/1");
        assertThat(shown.get("lessonId").asString()).isEqualTo(lesson.value().toString());
        assertThat(shown.get("refId").asString()).isEqualTo(video.toString());
        assertThat(shown.get("durationSeconds").asInt()).isEqualTo(30);
    }

    private Answer add(UUID shown) {
        return author.post(
                "/api/v1/courses/" + course.value() + "/lessons",
                """
                {"sectionId": "%s", "title": "Film", "kind": "VIDEO", "ref": {"videoId": "%s"}}
                """
                        .formatted(section.value(), shown));
    }

    private List<String> warnings() {
        return outline()
                .json()
                .at("/sections/0/lessons/1/warnings")
                .valueStream()
                .map(warning -> warning.get("code").asString())
                .toList();
    }

    private Answer outline() {
        return author.get("/api/v1/courses/" + course.value() + "/outline");
    }
}
