package dev.lectern.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.event.Received;
import dev.lectern.events.course.CourseMembershipChanged;
import dev.lectern.events.course.CourseMembershipChanged.Member;
import dev.lectern.media.application.MakingPlayable;
import dev.lectern.media.application.ObjectStore;
import dev.lectern.media.domain.VideoId;
import dev.lectern.media.integration.Clips;
import dev.lectern.media.integration.NeedsFfmpeg;
import dev.lectern.testing.AtOnce;
import dev.lectern.testing.events.Heard;
import dev.lectern.testing.events.Neighbours;
import dev.lectern.testing.identity.TestIdentity;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Uploads as teachers meet them: declared over HTTP, sent to the real store, processed by tasks.
@MediaTest
class UploadingTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final byte[] NO_VIDEO = "Hello, I am a video.".getBytes(StandardCharsets.UTF_8);

    @LocalServerPort int port;
    @Autowired MembershipCopy members;
    @Autowired MakingPlayable making;
    @Autowired CountedRuns runs;
    @Autowired ObjectStore objects;
    @Autowired RabbitTemplate broker;
    @Autowired JdbcClient jdbc;
    @Autowired MeterRegistry meters;
    @TempDir Path directory;

    private final HttpClient store = HttpClient.newHttpClient();
    private final UUID course = UUID.randomUUID();
    private final UUID teacher = UUID.randomUUID();
    private Client http = new Client(0);

    @BeforeEach
    void aCourseOfATeacher() {
        http = as(teacher);
        members.keep(
                new Received<>(
                        new CourseMembershipChanged(course, List.of(new Member(teacher, "AUTHOR"))),
                        UUID.randomUUID(),
                        course,
                        1,
                        Instant.parse("2026-10-02T09:15:00Z")));
    }

    @Nested
    @NeedsFfmpeg
    class AVideo {

        @Test
        void isUploadedAndPlays() throws Exception {
            var heard = listen();
            var minutes = minutes();
            var clip = Files.readAllBytes(new Clips(directory).withSound(480, 6));
            var ticket = begin(clip);

            assertThat(send(ticket, clip)).isEqualTo(200);
            assertThat(complete(ticket, "[]").status()).isEqualTo(200);
            var video = awaitEnd(ticket);

            assertThat(video.path("status").asString()).isEqualTo("READY");
            assertThat(video.path("durationSeconds").asInt()).isEqualTo(6);
            assertThat(minutes() - minutes).isCloseTo(0.1, within(1e-9));
            assertThat(fetch(video.path("presignedUrl").asString())).isEqualTo(clip);
            assertThat(fetch(video.path("posterUrl").asString())).startsWith((byte) 0xff);
            var folder = video.path("hlsUrl").asString().replace("master.m3u8", "");
            assertThat(http.get(folder + "master.m3u8").body()).contains("480p.m3u8");
            assertThat(http.get(folder + "360p.m3u8").body()).contains("360p-00001.ts");
            var segment = http.get(folder + "360p-00001.ts");
            assertThat(segment.status()).isEqualTo(302);
            assertThat(fetch(segment.header("Location"))).startsWith((byte) 'G');
            assertThat(heard.atLeast(1, "media.video-ready.v1").getFirst().at("/data/videoId"))
                    .isEqualTo(video.path("id"));
        }

        @Test
        void staysWhatWasCheckedWhateverItsOwnerSendsAfterwards() throws Exception {
            var clip = Files.readAllBytes(new Clips(directory).silent(240, "yuv420p"));
            var ticket = begin(clip);
            send(ticket, clip);
            complete(ticket, "[]");
            var played = awaitEnd(ticket).path("presignedUrl").asString();

            var other = clip.clone();
            other[other.length - 1]++;
            assertThat(send(ticket, other)).isEqualTo(200);
            created(ticket);
            assertThat(objects.find(keyOf(ticket))).isPresent();
            dueNow("clear-upload", ticket.text("videoId"));
            await().until(() -> objects.find(keyOf(ticket)).isEmpty());

            assertThat(fetch(played)).isEqualTo(clip);
            var again = http.get(videoPath(ticket)).json();
            assertThat(again.path("status").asString()).isEqualTo("READY");
            assertThat(fetch(again.path("presignedUrl").asString())).isEqualTo(clip);
        }

        @Test
        void isProcessedOnceHoweverOftenTheStoreTellsOfIt() throws Exception {
            var heard = listen();
            var before = runs.soFar();
            var clip = Files.readAllBytes(new Clips(directory).silent(240, "yuv420p"));
            var ticket = begin(clip);
            send(ticket, clip);

            assertThat(AtOnce.run(5, () -> created(ticket).status())).containsOnly(204);
            complete(ticket, "[]");
            awaitEnd(ticket);
            assertThat(created(ticket).status()).isEqualTo(204);
            assertThat(complete(ticket, "[]").text("status")).isEqualTo("READY");

            making.make(new VideoId(UUID.fromString(ticket.text("videoId"))));
            assertThat(runs.soFar() - before).isEqualTo(1);
            assertThat(heard.atLeast(1, "media.video-ready.v1")).hasSize(1);
        }

        @Test
        void failsForGoodWhenItIsNone() throws Exception {
            var heard = listen();
            var ticket = begin(NO_VIDEO);
            send(ticket, NO_VIDEO);

            created(ticket);
            var video = awaitEnd(ticket);

            assertThat(video.path("failure").asString()).isEqualTo("NOT_A_VIDEO");
            assertThat(video.path("hlsUrl").isNull()).isTrue();
            assertRefused(http.get(videoPath(ticket) + "/hls/master.m3u8"), 409, "VIDEO_NOT_READY");
            assertThat(heard.atLeast(1, "media.video-failed.v1").getFirst().at("/data/reason"))
                    .hasToString("\"NOT_A_VIDEO\"");
        }
    }

    @Nested
    class AnUpload {

        @Test
        void saysWhereItIs() throws Exception {
            var ticket = begin(NO_VIDEO);

            var upload = http.get(uploadPath(ticket));

            assertThat(ticket.status()).isEqualTo(201);
            assertThat(ticket.header("Location")).isEqualTo(uploadPath(ticket));
            assertThat(upload.text("status")).isEqualTo("UPLOADING");
        }

        @Test
        void isNotFinishedBeforeTheBytesAreThere() throws Exception {
            var ticket = begin(NO_VIDEO);

            assertRefused(complete(ticket, "[]"), 409, "PARTS_MISSING");
            assertThat(created(ticket).status()).isEqualTo(204);
            assertThat(http.get(uploadPath(ticket)).text("status")).isEqualTo("UPLOADING");
        }

        @Test
        void goesOnPartByPart() throws Exception {
            var ticket = beginInParts(NO_VIDEO);
            var path = uploadPath(ticket);

            assertThat(http.get(path).json().path("missing").toString()).isEqualTo("[1]");
            assertRefused(complete(ticket, "[]"), 409, "PARTS_MISSING");
            var again = http.post(path + "/parts", "{\"numbers\": [1]}");
            var etag = sendPart(again.json().at("/0/presignedUrl").asString(), NO_VIDEO);
            assertThat(http.get(path).json().path("received").toString()).isEqualTo("[1]");
            assertRefused(complete(ticket, part("other")), 409, "PARTS_MISSING");

            assertThat(complete(ticket, part(etag)).status()).isEqualTo(200);
            assertThat(complete(ticket, part(etag)).status()).isEqualTo(200);
        }

        @Test
        void hasOnlyThePartsOfItsFile() throws Exception {
            var path = uploadPath(beginInParts(NO_VIDEO));

            assertRefused(http.post(path + "/parts", "{\"numbers\": [2]}"), 400, "INVALID_VALUE");
        }

        @Test
        void failsWhenTheBytesAreNotTheDeclaredOnes() throws Exception {
            var declared = NO_VIDEO.clone();
            declared[0]++;
            var ticket = begin(declared);
            assertThat(send(ticket, NO_VIDEO)).isEqualTo(200);

            complete(ticket, "[]");

            assertThat(awaitEnd(ticket).path("failure").asString()).isEqualTo("HASH_MISMATCH");
        }

        @Test
        void endsAsFailedWhenEveryTryEndsBadly() throws Exception {
            var deadly = (CountedRuns.DEADLY + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
            var failed = meters.get("lectern.videos.failed").tag("reason", "PROCESSING_FAILED");
            var failures = failed.counter().count();
            var before = runs.soFar();
            var ticket = begin(deadly);
            send(ticket, deadly);
            complete(ticket, "[]");

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> {
                        dueNow("make-playable", ticket.text("videoId"));
                        return http.get(videoPath(ticket)).text("status").equals("FAILED");
                    });

            assertThat(http.get(videoPath(ticket)).text("failure")).isEqualTo("PROCESSING_FAILED");
            assertThat(runs.soFar() - before).isEqualTo(6);
            assertThat(failed.counter().count() - failures).isOne();
        }

        @Test
        void sendsNoByteOfItThroughTheService() throws Exception {
            var bytes = new byte[20 << 20];
            new Random(7).nextBytes(bytes);
            var received = passed("received");
            var sent = passed("sent");
            var ticket = beginInParts(bytes);

            var size = ticket.json().get("partSizeBytes").asInt();
            var tags = new ArrayList<Map<String, Object>>();
            for (var part : ticket.json().get("parts")) {
                var number = part.get("number").asInt();
                var from = (number - 1) * size;
                var piece = Arrays.copyOfRange(bytes, from, Math.min(from + size, bytes.length));
                tags.add(
                        Map.of(
                                "number",
                                number,
                                "etag",
                                sendPart(part.get("presignedUrl").asString(), piece)));
            }
            assertThat(complete(ticket, json(tags)).status()).isEqualTo(200);
            awaitEnd(ticket);

            assertThat(passed("received") - received).isLessThan(100_000);
            assertThat(passed("sent") - sent).isBetween(1.0, 300_000.0);
        }

        @Test
        void canBeGivenUpWhileItRuns() throws Exception {
            var ticket = beginInParts(NO_VIDEO);
            var path = uploadPath(ticket);

            var url = ticket.json().at("/parts/0/presignedUrl").asString();
            sendPart(url, NO_VIDEO);
            var token = url.replaceFirst(".*uploadId=([^&]+).*", "$1");
            assertThat(objects.parts(keyOf(ticket), token)).hasSize(1);

            assertThat(http.delete(path).status()).isEqualTo(204);
            dueNow("clear-upload", ticket.text("videoId"));
            await().until(() -> objects.parts(keyOf(ticket), token).isEmpty());

            assertThat(http.get(path).status()).isEqualTo(404);
            assertThat(http.get(videoPath(ticket)).status()).isEqualTo(404);
            assertThat(created(ticket).status()).isEqualTo(204);
        }

        @Test
        void cannotBeGivenUpWhenItIsOver() throws Exception {
            var ticket = begin(NO_VIDEO);
            send(ticket, NO_VIDEO);
            complete(ticket, "[]");

            assertRefused(http.delete(uploadPath(ticket)), 409, "UPLOAD_FINISHED");
        }

        @Test
        void isNobodyElsesToKnowOf() throws Exception {
            var ticket = begin(NO_VIDEO);
            var path = uploadPath(ticket);
            var stranger = as(UUID.randomUUID());

            assertRefused(stranger.get(path), 404, "NOT_FOUND");
            assertRefused(stranger.post(path + "/parts", "{\"numbers\": [1]}"), 404, "NOT_FOUND");
            assertRefused(stranger.post(path + "/complete", "{\"parts\": []}"), 404, "NOT_FOUND");
            assertRefused(stranger.delete(path), 404, "NOT_FOUND");
            assertRefused(stranger.get(videoPath(ticket)), 404, "NOT_FOUND");
            assertThat(http.get(path).status()).isEqualTo(200);
        }
    }

    @Nested
    class ADeclaration {

        @ParameterizedTest
        @CsvSource({
            "fileName, a/b.mp4, 400, INVALID_VALUE",
            "fileName, .., 400, INVALID_VALUE",
            "contentType, text/html, 415, TYPE_NOT_ALLOWED",
            "sizeBytes, 0, 400, INVALID_VALUE",
            "sizeBytes, 5368709121, 413, TOO_LARGE",
            "sha256, abc, 400, INVALID_VALUE",
            "userId, 0199a3c0-1f00-7a10-8b00-000000000011, 403, USER_MISMATCH",
            "courseId, 0199a3c0-1f00-7a10-8b00-000000000011, 404, NOT_FOUND"
        })
        void isRefusedWhereItIsWrong(String field, String value, int status, String code) {
            var wrong = new HashMap<>(declaration(NO_VIDEO));
            wrong.put(field, field.equals("sizeBytes") ? (Object) Long.valueOf(value) : value);

            assertRefused(http.post("/api/v1/upload", json(wrong)), status, code);
        }

        @Test
        void needsRoomInItsCourse() {
            fill();

            var next = http.post("/api/v1/upload", json(whole()));

            assertRefused(next, 422, "QUOTA_EXCEEDED");
            assertThat(next.json().get("usedBytes").asLong()).isEqualTo(50L << 30);
            assertThat(next.json().get("quotaBytes").asLong()).isEqualTo(50L << 30);
        }

        @Test
        void takesUpNothingOnceItIsGivenUp() {
            var one = fill();

            http.delete(uploadPath(one));

            assertThat(http.post("/api/v1/upload", json(whole())).status()).isEqualTo(201);
        }

        @Test
        void sharesItsRoomWithNoneThatComesAtTheSameMoment() throws Exception {
            var answers = AtOnce.run(14, () -> http.post("/api/v1/upload", json(whole())).status());

            assertThat(answers)
                    .contains(422)
                    .filteredOn(status -> status == 201)
                    .hasSizeLessThan(11);
        }

        private Answer fill() {
            for (var file = 0; file < 9; file++) {
                assertThat(http.post("/api/v1/upload", json(whole())).status()).isEqualTo(201);
            }
            return http.post("/api/v1/upload", json(whole()));
        }

        private Map<String, Object> whole() {
            var whole = new HashMap<>(declaration(NO_VIDEO));
            whole.put("sizeBytes", 5L << 30);
            return whole;
        }

        @Test
        void mayNameItsOwner() {
            var named = new HashMap<>(declaration(NO_VIDEO));
            named.put("userId", teacher);

            assertThat(http.post("/api/v1/upload", json(named)).status()).isEqualTo(201);
        }
    }

    /// What is planned for later is not waited for.
    private void dueNow(String task, String video) {
        jdbc.sql(
                        """
                        update scheduled_tasks set execution_time = now()
                        where task_name = :task and task_instance = :video and not picked
                        """)
                .param("task", task)
                .param("video", video)
                .update();
    }

    private double minutes() {
        return meters.get("lectern.videos.minutes").counter().count();
    }

    /// The bytes the service has received or sent so far, over HTTP.
    private double passed(String way) {
        return meters.get("tomcat.global." + way).functionCounter().count();
    }

    private Answer begin(byte[] bytes) {
        return http.post("/api/v1/upload", json(declaration(bytes)));
    }

    private Answer beginInParts(byte[] bytes) {
        var declared = new HashMap<>(declaration(bytes));
        declared.put("multipart", true);
        return http.post("/api/v1/upload", json(declared));
    }

    private Map<String, Object> declaration(byte[] bytes) {
        return Map.of(
                "fileName",
                "sampling.mp4",
                "contentType",
                "video/mp4",
                "sizeBytes",
                bytes.length,
                "sha256",
                hash(bytes),
                "title",
                "Sampling",
                "courseId",
                course);
    }

    private int send(Answer ticket, byte[] bytes) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(ticket.text("presignedUrl")))
                        .PUT(BodyPublishers.ofByteArray(bytes))
                        .header("Content-Type", "video/mp4")
                        .build();
        return store.send(request, BodyHandlers.discarding()).statusCode();
    }

    private String sendPart(String url, byte[] bytes) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(url))
                        .PUT(BodyPublishers.ofByteArray(bytes))
                        .build();
        return store.send(request, BodyHandlers.discarding())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private byte[] fetch(String url) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url)).build();
        return store.send(request, BodyHandlers.ofByteArray()).body();
    }

    private Answer complete(Answer ticket, String parts) {
        return http.post(uploadPath(ticket) + "/complete", "{\"parts\": " + parts + "}");
    }

    private static String part(String etag) {
        return json(List.of(Map.of("number", 1, "etag", etag)));
    }

    private static String keyOf(Answer ticket) {
        return "uploads/" + ticket.text("videoId");
    }

    private Answer created(Answer ticket) {
        return new Client(port)
                .as(TestIdentity.serviceTokenFor("media"))
                .post(
                        "/internal/storage/object-created",
                        """
                        {"Records": [{"eventVersion": "2.1", "eventName": "ObjectCreated:Put",
                          "s3": {"bucket": {"name": "lectern"},
                                 "object": {"key": "%s", "sequencer": "0"}}}]}
                        """
                                .formatted(keyOf(ticket).replace("/", "%2F")));
    }

    private JsonNode awaitEnd(Answer ticket) {
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        List.of("READY", "FAILED")
                                .contains(http.get(videoPath(ticket)).text("status")));
        return http.get(videoPath(ticket)).json();
    }

    private static String uploadPath(Answer ticket) {
        return "/api/v1/uploads/" + ticket.text("uploadId");
    }

    private static String videoPath(Answer ticket) {
        return "/api/v1/video/" + ticket.text("videoId");
    }

    private Heard listen() {
        return new Neighbours(broker).listenTo("media");
    }

    private Client as(UUID person) {
        return new Client(port).as(TestIdentity.tokenOf(person, "instructor"));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
