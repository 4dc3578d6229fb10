package dev.lectern.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.event.Received;
import dev.lectern.events.course.CourseMembershipChanged;
import dev.lectern.events.course.CourseMembershipChanged.Member;
import dev.lectern.media.application.Transcribing;
import dev.lectern.media.domain.VideoId;
import dev.lectern.testing.events.Neighbours;
import dev.lectern.testing.identity.TestIdentity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Captions as those who teach send them, and as players get them.
@MediaTest
class CaptionsOverHttpTest {

    private static final String SPOKEN = "WEBVTT\n\n00:01.000 --> 00:03.000\nA sine is a wave.\n";

    @LocalServerPort int port;
    @Autowired RabbitTemplate broker;
    @Autowired MembershipCopy members;
    @Autowired Transcribing transcribing;
    @Autowired JdbcClient jdbc;

    private final UUID course = UUID.randomUUID();
    private final UUID video = UUID.randomUUID();
    private final UUID teacher = UUID.randomUUID();
    private Client http = new Client(0);

    @BeforeEach
    void aVideoOfACourse() {
        http = as(teacher);
        members.keep(
                new Received<>(
                        new CourseMembershipChanged(course, List.of(new Member(teacher, "AUTHOR"))),
                        UUID.randomUUID(),
                        course,
                        1,
                        Instant.parse("2026-10-02T09:15:00Z")));
        jdbc.sql(
                        """
                        insert into video
                            (id, version, upload_id, course_id, user_id, title, file_name,
                             content_type, size_bytes, sha256, upload_ends_at, status,
                             duration_seconds)
                        values (:id, 0, gen_random_uuid(), :course, :teacher, 'Waves', 'waves.mp4',
                                'video/mp4', 1, repeat('a', 64), now(), 'READY', 30)
                        """)
                .param("id", video)
                .param("course", course)
                .param("teacher", teacher)
                .update();
    }

    @Test
    void arePlayedAsTheyWereSent() throws Exception {
        var sent = send("en", "text/vtt", SPOKEN);

        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        assertThat(sent.text("source")).isEqualTo("UPLOADED");
        assertThat(sent.text("label")).isEqualTo("English");
        var shown = http.get("/api/v1/video/" + video);
        assertThat(shown.text("captionFileKey"))
                .startsWith("videos/" + video + "/captions/en.uploaded.");
        assertThat(fetch(shown.json().at("/captions/0/url").asString()))
                .contains("A sine is a wave.");
    }

    @Test
    void areTakenInSubRipAndReplacedBySendingThemAgain() throws Exception {
        send("pt-br", "text/vtt", SPOKEN);

        var sent =
                send(
                        "pt-BR",
                        "application/x-subrip",
                        "1\n00:00:01,000 --> 00:00:03,000\nUma onda.\n");

        assertThat(sent.text("language")).isEqualTo("pt-BR");
        assertThat(captions()).hasSize(1);
        assertThat(fetch(sent.text("url"))).startsWith("WEBVTT").contains("Uma onda.");
    }

    @Test
    void areRefusedWithTheLineThatIsWrong() {
        var refused =
                send("en", "text/vtt", "WEBVTT\n\n00:01.000 --> 00:31.000\nBeyond the end.\n");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("CAPTION_INVALID");
        assertThat(refused.json().get("line").asInt()).isEqualTo(3);
        assertThat(refused.text("reason")).contains("after the video");
        assertThat(captions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no_language", "123", "en-"})
    void areInALanguage(String language) {
        assertThat(send(language, "text/vtt", SPOKEN).code()).isEqualTo("INVALID_VALUE");
    }

    @Test
    void waitUntilTheVideoCanBePlayed() {
        jdbc.sql(
                        """
                        update video set status = 'PROCESSING', duration_seconds = null
                        where id = :id
                        """)
                .param("id", video)
                .update();

        assertThat(send("en", "text/vtt", SPOKEN).code()).isEqualTo("VIDEO_NOT_READY");
    }

    @Test
    void areNoStrangersBusiness() {
        http = as(UUID.randomUUID());

        assertThat(send("en", "text/vtt", SPOKEN).status()).isEqualTo(404);
        assertThat(http.delete(path("en")).status()).isEqualTo(404);
    }

    @Test
    void areTakenAway() {
        send("en", "text/vtt", SPOKEN);

        assertThat(http.delete(path("en")).status()).isEqualTo(204);
        assertThat(http.delete(path("en")).status()).isEqualTo(204);

        assertThat(captions()).isEmpty();
    }

    @Test
    void leaveTheStoreAWhileAfterTheyWereTakenAway() throws Exception {
        var shown = send("en", "text/vtt", SPOKEN).text("url");
        http.delete(path("en"));
        assertThat(fetch(shown)).contains("A sine is a wave.");

        clearNow();

        await().untilAsserted(() -> assertThat(fetch(shown)).doesNotContain("A sine is a wave."));
    }

    @Test
    void leaveTheStoreAWhileAfterTheyWereReplaced() throws Exception {
        var first = send("en", "text/vtt", SPOKEN).text("url");
        var second = send("en", "text/vtt", SPOKEN).text("url");
        assertThat(fetch(first)).contains("A sine is a wave.");

        clearNow();

        await().untilAsserted(() -> assertThat(fetch(first)).doesNotContain("A sine is a wave."));
        assertThat(fetch(second)).contains("A sine is a wave.");
    }

    @Test
    void stayAsLongAsTheyAreShown() throws Exception {
        var shown = send("en", "text/vtt", SPOKEN).text("url");

        clearNow();

        await().until(() -> planned() == 0);
        assertThat(fetch(shown)).contains("A sine is a wave.");
    }

    @Test
    void areTheNewsOfTheCourse() {
        var heard = new Neighbours(broker).listenTo("media");

        send("en", "text/vtt", SPOKEN);
        send("de", "text/vtt", SPOKEN);
        http.delete(path("en"));
        http.delete(path("en"));

        assertThat(heard.atLeast(3, "media.captions-changed.v1"))
                .filteredOn(event -> event.at("/data/videoId").asString().equals(video.toString()))
                .extracting(event -> event.at("/data/languages").toString())
                .containsExactlyInAnyOrder("[\"en\"]", "[\"de\",\"en\"]", "[\"de\"]");
    }

    @Test
    void areMissedOutLoudWhenTheEngineGivesUp() {
        var heard = new Neighbours(broker).listenTo("media");

        transcribing.giveUp(new VideoId(video));

        assertThat(heard.atLeast(1, "media.captions-failed.v1").getFirst().at("/data/videoId"))
                .hasToString("\"" + video + "\"");
    }

    @Test
    void comeFromAnEngineUntilSomebodySendsBetterOnes() throws Exception {
        transcribe();
        var engine = http.get("/api/v1/video/" + video).json().at("/captions/0");
        assertThat(engine.get("source").asString()).isEqualTo("ENGINE");
        assertThat(fetch(engine.get("url").asString())).contains("nobody listened");

        send("en", "text/vtt", SPOKEN);
        transcribe();

        await().untilAsserted(() -> assertThat(captions()).containsExactly("UPLOADED"));
        var kept = http.get("/api/v1/video/" + video).json().at("/captions/0/url").asString();
        assertThat(fetch(kept)).contains("A sine is a wave.");
    }

    private void clearNow() {
        jdbc.sql(
                        """
                        update scheduled_tasks set execution_time = now()
                        where task_name = 'clear-captions' and task_instance like :mine
                        """)
                .param("mine", video + "%")
                .update();
    }

    private int planned() {
        return jdbc.sql(
                        """
                        select count(*) from scheduled_tasks
                        where task_name = 'clear-captions' and task_instance like :mine
                        """)
                .param("mine", video + "%")
                .query(Integer.class)
                .single();
    }

    private void transcribe() {
        transcribing.transcribe(new VideoId(video));
    }

    private List<String> captions() {
        return http.get("/api/v1/video/" + video)
                .json()
                .path("captions")
                .valueStream()
                .map(one -> one.path("source").asString())
                .toList();
    }

    private Answer send(String language, String type, String text) {
        return http.withType(type).put(path(language), text);
    }

    private String path(String language) {
        return "/api/v1/video/" + video + "/captions/" + language;
    }

    private static String fetch(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }

    private Client as(UUID person) {
        return new Client(port).as(TestIdentity.tokenOf(person, "instructor"));
    }
}
