package dev.lectern.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.event.Received;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.course.CourseMembershipChanged;
import dev.lectern.events.course.CourseMembershipChanged.Member;
import dev.lectern.events.course.CoursePublished;
import dev.lectern.media.application.KeepingVersions;
import dev.lectern.testing.events.Neighbours;
import dev.lectern.testing.identity.TestIdentity;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Images and files as teachers send them and learners see them, in the real store.
@MediaTest
@SuppressWarnings("NullAway.Init")
class AssetsTest {

    private static final Instant NOW = Instant.parse("2026-10-02T09:15:00Z");
    private static final String PDF = "%PDF-1.7 and so on";

    @LocalServerPort int port;
    @Autowired MembershipCopy members;
    @Autowired KeepingVersions versions;
    @Autowired RabbitTemplate broker;

    private final HttpClient store = HttpClient.newHttpClient();
    private final UUID course = UUID.randomUUID();
    private final UUID teacher = UUID.randomUUID();
    private Client http = new Client(0);
    private Neighbours neighbours;

    @BeforeEach
    void aCourseOfATeacher() {
        http = as(teacher);
        neighbours = new Neighbours(broker);
        members.keep(
                received(
                        1,
                        new CourseMembershipChanged(
                                course, List.of(new Member(teacher, "AUTHOR")))));
    }

    @Test
    void areShownOnceTheyWereChecked() throws Exception {
        var heard = neighbours.listenTo("media");
        var picture = picture(640, 360);
        var ticket = begin("cover.png", "image/png", picture);
        assertThat(ticket.status()).isEqualTo(201);
        assertThat(ticket.header("Location")).isEqualTo(path(ticket));
        assertThat(http.get(path(ticket) + "/file").status()).isEqualTo(404);

        assertThat(send(ticket, "image/png", picture)).isEqualTo(200);
        assertThat(complete(ticket).status()).isEqualTo(200);
        var shown = awaitEnd(ticket);

        assertThat(shown.text("status")).isEqualTo("READY");
        assertThat(shown.text("kind")).isEqualTo("IMAGE");
        assertThat(shown.json().get("width").asInt()).isEqualTo(640);
        assertThat(shown.json().get("height").asInt()).isEqualTo(360);
        var file = http.get(shown.text("url"));
        assertThat(file.status()).isEqualTo(302);
        assertThat(fetch(file.header("Location"))).isEqualTo(picture);
        assertThat(heard.atLeast(1, "media.asset-ready.v1"))
                .anySatisfy(event ->
                        assertThat(event.at("/data/assetId").asString())
                                .isEqualTo(ticket.text("assetId")));
        assertThat(
                        http.get("/api/v1/assets?courseId=" + course)
                                .json()
                                .at("/items/0/id")
                                .asString())
                .isEqualTo(ticket.text("assetId"));
    }

    @Test
    void stayWhatWasCheckedWhateverIsSentAfterwards() throws Exception {
        var ticket = ready("notes.pdf", "application/pdf", PDF.getBytes(StandardCharsets.UTF_8));

        var other = PDF.replace("7", "8").getBytes(StandardCharsets.UTF_8);
        assertThat(send(ticket, "application/pdf", other)).isEqualTo(200);

        var file = http.get(path(ticket) + "/file").header("Location");
        assertThat(fetch(file)).asString().isEqualTo(PDF);
    }

    @Test
    void areNoticedByTheStoreToo() throws Exception {
        var bytes = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
        var ticket = begin("data.csv", "text/csv", bytes);
        send(ticket, "text/csv", bytes);

        var told =
                new Client(port)
                        .as(TestIdentity.serviceTokenFor("media"))
                        .post(
                                "/internal/storage/object-created",
                                """
                                {"Records": [{"s3": {"object": {"key": "uploads/%s"}}}]}
                                """
                                        .formatted(ticket.text("assetId")));

        assertThat(told.status()).isEqualTo(204);
        assertThat(awaitEnd(ticket).text("status")).isEqualTo("READY");
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, no picture, TYPE_MISMATCH",
        "image/jpeg, %PDF-1.7, TYPE_MISMATCH",
        "image/webp, RIFF, TYPE_MISMATCH",
        "image/gif, GIF89a, TYPE_MISMATCH",
        "application/pdf, <html>, TYPE_MISMATCH",
        "application/zip, PKzip, TYPE_MISMATCH",
        "text/plain, a\u0000b, TYPE_MISMATCH"
    })
    void areNothingElseThanTheySay(String type, String content, String reason) throws Exception {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        var ticket = begin("file", type, bytes);
        send(ticket, type, bytes);
        complete(ticket);

        assertThat(awaitEnd(ticket).text("failure")).isEqualTo(reason);
        assertThat(http.get(path(ticket) + "/file").status()).isEqualTo(404);
    }

    @Test
    void haveTheBytesThatWereDeclared() throws Exception {
        var ticket = begin("a.txt", "text/plain", "one".getBytes(StandardCharsets.UTF_8));
        send(ticket, "text/plain", "two".getBytes(StandardCharsets.UTF_8));
        complete(ticket);

        assertThat(awaitEnd(ticket).text("failure")).isEqualTo("HASH_MISMATCH");
    }

    @Test
    void areNotMissedBeforeTheyAreSent() throws Exception {
        var ticket = begin("a.txt", "text/plain", "one".getBytes(StandardCharsets.UTF_8));

        assertThat(complete(ticket).code()).isEqualTo("PARTS_MISSING");
    }

    @Test
    void areAnnouncedOnceForOneKey() throws Exception {
        var keyed = http.withKey(UUID.randomUUID().toString());
        var body = declaration("a.txt", "text/plain", "one".getBytes(StandardCharsets.UTF_8));

        var first = keyed.post("/api/v1/assets", body);
        var again = keyed.post("/api/v1/assets", body);

        assertThat(again.text("assetId")).isEqualTo(first.text("assetId"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource({
        "a/b.png, image/png, 400, INVALID_VALUE",
        "a.svg, image/svg+xml, 415, TYPE_NOT_ALLOWED",
        "a.mp4, video/mp4, 415, TYPE_NOT_ALLOWED"
    })
    void areRefusedWhereTheirDeclarationIsWrong(String name, String type, int status, String code)
            throws Exception {
        var answer = begin(name, type, "x".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Nested
    class OfACourse {

        @Test
        void areNobodyElsesToSendOrToKnowOf() throws Exception {
            var ticket = begin("a.txt", "text/plain", "one".getBytes(StandardCharsets.UTF_8));
            http = as(UUID.randomUUID());

            assertThat(begin("a.txt", "text/plain", "x".getBytes(StandardCharsets.UTF_8)).status())
                    .isEqualTo(404);
            assertThat(http.get(path(ticket)).status()).isEqualTo(404);
            assertThat(complete(ticket).status()).isEqualTo(404);
            assertThat(http.get("/api/v1/assets?courseId=" + course).status()).isEqualTo(404);
            assertThat(http.get(path(ticket) + "/file").status()).isEqualTo(404);
        }

        @Test
        void areForAnybodyWhereTheCourseIsShownWithThem() throws Exception {
            var cover = ready("cover.png", "image/png", picture(320, 180));
            assertThat(file(new Client(port), cover).status()).isEqualTo(404);

            publish(UUID.fromString(cover.text("assetId")));

            assertThat(file(new Client(port), cover).status()).isEqualTo(302);
        }

        private Answer file(Client client, Answer ticket) {
            return client.get(path(ticket) + "/file");
        }

        private void publish(UUID cover) {
            versions.keep(
                    received(
                            2,
                            new CoursePublished(
                                    course,
                                    "waves",
                                    "Waves",
                                    1,
                                    UUID.randomUUID(),
                                    List.of(teacher),
                                    false,
                                    null,
                                    List.of(),
                                    cover,
                                    null)));
        }
    }

    private Answer ready(String name, String type, byte[] bytes) throws Exception {
        var ticket = begin(name, type, bytes);
        send(ticket, type, bytes);
        complete(ticket);
        assertThat(awaitEnd(ticket).text("status")).isEqualTo("READY");
        return ticket;
    }

    private Answer begin(String name, String type, byte[] bytes) throws Exception {
        return http.withKey(UUID.randomUUID().toString())
                .post("/api/v1/assets", declaration(name, type, bytes));
    }

    private String declaration(String name, String type, byte[] bytes) throws Exception {
        var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
        return """
        {"fileName": "%s", "contentType": "%s", "sizeBytes": %d, "sha256": "%s", "courseId": "%s"}
        """
                .formatted(name, type, bytes.length, HexFormat.of().formatHex(hash), course);
    }

    private int send(Answer ticket, String type, byte[] bytes) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(ticket.text("presignedUrl")))
                        .PUT(BodyPublishers.ofByteArray(bytes))
                        .header("Content-Type", type)
                        .build();
        return store.send(request, BodyHandlers.discarding()).statusCode();
    }

    private byte[] fetch(String url) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url)).build();
        return store.send(request, BodyHandlers.ofByteArray()).body();
    }

    private Answer complete(Answer ticket) {
        return http.post(path(ticket) + "/complete", "");
    }

    private Answer awaitEnd(Answer ticket) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> http.get(path(ticket)),
                        asset -> List.of("READY", "FAILED").contains(asset.text("status")));
    }

    private static String path(Answer ticket) {
        return "/api/v1/assets/" + ticket.text("assetId");
    }

    private static byte[] picture(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private <T extends ContractEvent> Received<T> received(long sequence, T event) {
        return new Received<>(event, UUID.randomUUID(), course, sequence, NOW);
    }

    private Client as(UUID person) {
        return new Client(port).as(TestIdentity.tokenOf(person, "instructor"));
    }
}
