package dev.lectern.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.event.Received;
import dev.lectern.events.course.CourseMembershipChanged;
import dev.lectern.events.course.CourseMembershipChanged.Member;
import dev.lectern.media.application.MakingPlayable;
import dev.lectern.media.domain.VideoId;
import dev.lectern.testing.Part;
import dev.lectern.testing.ServiceTest;
import dev.lectern.testing.identity.TestIdentity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is said and kept while the object store does not answer. Nothing listens on its port.
@ServiceTest(
        infrastructure = {Part.POSTGRES, Part.BROKER},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "lectern.objects.endpoint=http://127.0.0.1:1",
            "lectern.objects.access-key=nobody",
            "lectern.objects.secret-key=nothing",
            "db-scheduler.enabled=false",
            // Off here would mean off for the whole JVM, where another test counts with it.
            "server.tomcat.mbeanregistry.enabled=true"
        })
class StoreAwayTest {

    @LocalServerPort int port;
    @Autowired MembershipCopy members;
    @Autowired MakingPlayable making;
    @Autowired JdbcClient jdbc;

    private final UUID course = UUID.randomUUID();
    private final UUID teacher = UUID.randomUUID();
    private Client http = new Client(0);

    @BeforeEach
    void aCourseOfATeacher() {
        http = new Client(port).as(TestIdentity.tokenOf(teacher, "instructor"));
        members.keep(
                new Received<>(
                        new CourseMembershipChanged(course, List.of(new Member(teacher, "AUTHOR"))),
                        UUID.randomUUID(),
                        course,
                        1,
                        Instant.parse("2026-10-02T09:15:00Z")));
    }

    @Test
    void whatNeedsTheStoreIsToldToWait() {
        assertAway(http.post("/api/v1/upload", declaration(true)));
        assertThat(
                        jdbc.sql("select count(*) from video where course_id = :course")
                                .param("course", course)
                                .query(Integer.class)
                                .single())
                .isZero();

        var ticket = http.post("/api/v1/upload", declaration(false));
        assertThat(ticket.status()).isEqualTo(201);
        var upload = "/api/v1/uploads/" + ticket.text("uploadId");
        assertAway(http.post(upload + "/complete", "{\"parts\": []}"));
        assertThat(http.get(upload).text("status")).isEqualTo("UPLOADING");
        assertThat(http.get("/api/v1/video/" + ticket.text("videoId")).status()).isEqualTo(200);
        assertThat(http.delete(upload).status()).isEqualTo(204);
    }

    @Test
    void aVideoIsNotBlamedForIt() {
        var ticket = http.post("/api/v1/upload", declaration(false));
        var video = UUID.fromString(ticket.text("videoId"));
        jdbc.sql("update video set status = 'UPLOADED' where id = :id").param("id", video).update();

        for (var again = 0; again < 20; again++) {
            assertThatThrownBy(() -> making.make(new VideoId(video)))
                    .hasFieldOrPropertyWithValue("code", "UNAVAILABLE");
        }

        assertThat(http.get("/api/v1/video/" + video).text("status")).isEqualTo("PROCESSING");
    }

    private String declaration(boolean multipart) {
        return """
        {"fileName": "a.mp4", "contentType": "video/mp4", "sizeBytes": 5, "sha256": "%s",
         "title": "A", "courseId": "%s", "multipart": %s}
        """
                .formatted("ab".repeat(32), course, multipart);
    }

    private static void assertAway(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("UNAVAILABLE");
        assertThat(answer.header("Retry-After")).isNotBlank();
    }
}
