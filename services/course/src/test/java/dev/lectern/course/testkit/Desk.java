package dev.lectern.course.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.common.security.Caller;
import dev.lectern.common.security.Role;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.LessonId;
import dev.lectern.course.authoring.domain.SectionId;
import dev.lectern.testing.identity.TestIdentity;
import java.util.UUID;

/// Where somebody works on courses over HTTP: with a token, and a new key for each intent.
public record Desk(Client client) {

    public static final String COURSES = "/api/v1/courses";

    public static Desk of(int port, Caller caller) {
        return new Desk(
                new Client(port)
                        .as(
                                TestIdentity.tokenOf(
                                        caller.id(),
                                        caller.roles().stream()
                                                .map(Role::name)
                                                .toArray(String[]::new))));
    }

    /// The same desk, after what this answer shows was read.
    public Desk having(Answer read) {
        return with("If-Match", read.header("ETag"));
    }

    public Desk with(String header, String value) {
        return new Desk(client.with(header, value));
    }

    public Answer get(String path) {
        return client.get(path);
    }

    public Answer post(String path, String body) {
        return client.withKey(UUID.randomUUID().toString()).post(path, body);
    }

    public Answer put(String path, String body) {
        return client.put(path, body);
    }

    public Answer patch(String path, String body) {
        return client.patch(path, body);
    }

    public Answer delete(String path) {
        return client.delete(path);
    }

    /// The draft as it is now.
    public Answer read(CourseId course) {
        return get(pathOf(course));
    }

    public Answer outline(CourseId course) {
        return get(pathOf(course) + "/outline");
    }

    public static String pathOf(CourseId course) {
        return COURSES + "/" + course.value();
    }

    public static String pathOf(CourseId course, SectionId section) {
        return pathOf(course) + "/sections/" + section.value();
    }

    public static String pathOf(CourseId course, LessonId lesson) {
        return pathOf(course) + "/lessons/" + lesson.value();
    }

    public static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.code()).as("%s", answer.body()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
}
