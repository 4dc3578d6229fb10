package dev.lectern.course.authoring.web;

import static dev.lectern.course.testkit.Desk.assertRefused;
import static dev.lectern.course.testkit.Desk.pathOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.common.security.Caller;
import dev.lectern.common.security.Role;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Desk;
import dev.lectern.course.testkit.Studio;
import dev.lectern.testing.identity.TestIdentity;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A draft is its members' and nobody else's, whatever somebody's role is.
@CourseTest
class StrangersTest {

    @LocalServerPort int port;
    @Autowired Studio studio;

    private final Caller ines = Studio.anInstructor();
    private Desk author = new Desk(new Client(0));
    private CourseId course = new CourseId(new UUID(0, 0));

    @BeforeEach
    void aDraft() {
        author = Desk.of(port, ines);
        course = studio.writtenDraft(ines, Studio.details("Private"));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void findNothingWhateverTheyAsk(Role role) {
        var before = author.outline(course).body();
        var stranger =
                Desk.of(port, new Caller(UUID.randomUUID(), Set.of(role)))
                        .with("If-Match", author.read(course).header("ETag"));

        for (var answer : everyAnswer(stranger)) {
            assertRefused(answer, 404, "NOT_FOUND");
        }
        assertThat(author.outline(course).body()).isEqualTo(before);
    }

    @Test
    void mustSayWhoTheyAre() {
        for (var answer : everyAnswer(new Desk(new Client(port)))) {
            assertRefused(answer, 401, "UNAUTHENTICATED");
        }
    }

    @Test
    void readTheSameAsForACourseThatDoesNotExist() {
        var stranger = Desk.of(port, Studio.anInstructor());

        var foreign = stranger.read(course);
        var absent = stranger.read(new CourseId(UUID.randomUUID()));
        var malformed = stranger.get(Desk.COURSES + "/7");

        assertThat(foreign.text("detail")).isEqualTo(absent.text("detail"));
        assertRefused(malformed, 404, "NOT_FOUND");
    }

    @Test
    void areTurnedAwayWithForgedTokens() {
        TestIdentity.forgedTokens(ines.id())
                .forEach((what, token) ->
                        assertThat(new Client(port).as(token).get(pathOf(course)).status())
                                .as(what)
                                .isEqualTo(401));
    }

    /// Of every operation on a course; what is sent would be right if the course were theirs.
    private List<Answer> everyAnswer(Desk desk) {
        var path = pathOf(course);
        var section = pathOf(course, studio.firstSection(course, ines));
        var lesson = pathOf(course, studio.firstLesson(course, ines));
        var run = "/api/v1/runs/" + author.read(course).text("defaultRunId");
        var wrongRef =
                """
                {"sectionId": "%s", "title": "Mine", "kind": "QUIZ", "ref": {"videoId": "%s"}}
                """
                        .formatted(studio.firstSection(course, ines).value(), UUID.randomUUID());
        return List.of(
                desk.get(path),
                desk.get(path + "/outline"),
                desk.get(path + "/gate"),
                desk.get(path + "/changes"),
                desk.get(run),
                desk.patch(path, "{\"title\": \"Mine\"}"),
                desk.post(path + "/sections", "{\"title\": \"Mine\"}"),
                desk.patch(section, "{\"title\": \"Mine\"}"),
                desk.delete(section),
                desk.post(path + "/lessons", wrongRef),
                desk.patch(lesson, "{\"title\": \"Mine\"}"),
                desk.delete(lesson),
                desk.put(path + "/outline", "{\"sections\": []}"),
                desk.post(path + "/submit", "{}"),
                desk.post(path + "/publish", "{}"),
                desk.patch(run, "{\"capacity\": 1}"));
    }
}
