package dev.lectern.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.events.user.AvatarChanged;
import dev.lectern.testing.AtOnce;
import dev.lectern.testing.events.Neighbours;
import dev.lectern.testing.events.Neighbours.Letter;
import dev.lectern.testing.identity.TestIdentity;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Pictures people send of their own, in the real store.
@MediaTest
@SuppressWarnings("NullAway.Init")
class PortraitsTest {

    @LocalServerPort int port;
    @Autowired RabbitTemplate broker;
    @Autowired JdbcClient jdbc;

    private final UUID ida = UUID.randomUUID();
    private Neighbours neighbours;

    @BeforeEach
    void meet() {
        neighbours = new Neighbours(broker);
    }

    @ParameterizedTest
    @ValueSource(strings = {"learner", "instructor", "moderator", "support", "admin"})
    void canBeSentByAnybodyWhoIsSignedIn(String role) {
        var person = new Client(port).as(TestIdentity.tokenOf(ida, role));

        assertThat(begin(person, "image/png", 1000).status()).isEqualTo(201);
        assertThat(begin(new Client(port), "image/png", 1000).status()).isEqualTo(401);
    }

    @Test
    void areToldWithTheirOwnerOnceTheyWereChecked() throws Exception {
        var heard = neighbours.listenTo("media");
        var asset = ready();

        assertThat(heard.atLeast(1, "media.portrait-ready.v1"))
                .anySatisfy(event -> {
                    assertThat(event.at("/data/portraitId").asString()).isEqualTo(asset.toString());
                    assertThat(event.at("/data/userId").asString()).isEqualTo(ida.toString());
                });
        assertThat(heard.messages())
                .noneMatch(message ->
                        "media.asset-ready.v1"
                                .equals(message.getMessageProperties().getReceivedRoutingKey()));
    }

    @Test
    void areForTheirOwnerAloneUntilTheyAreChosenAndAfterwards() throws Exception {
        var asset = ready();
        assertThat(file(as(ida), asset).status()).isEqualTo(302);
        assertThat(file(as(UUID.randomUUID()), asset).status()).isEqualTo(404);
        assertThat(file(new Client(port), asset).status()).isEqualTo(404);

        hear(chosen(asset));
        assertThat(file(as(UUID.randomUUID()), asset).status()).isEqualTo(302);
        assertThat(file(new Client(port), asset).status()).isEqualTo(302);

        hear(chosen(null));
        assertThat(file(new Client(port), asset).status()).isEqualTo(404);
        assertThat(file(as(ida), asset).status()).isEqualTo(302);
    }

    @Test
    void areNotOpenedByAnOlderChoiceThatComesLate() throws Exception {
        var asset = ready();
        var first = chosen(asset);
        var second = chosen(null);

        hear(second);
        hear(first);

        assertThat(file(new Client(port), asset).status()).isEqualTo(404);
    }

    @Test
    void areNotOpenedBySomebodyElsesChoice() throws Exception {
        var asset = ready();
        var mallory = UUID.randomUUID();

        hear(neighbours.letter(mallory, new AvatarChanged(mallory, asset)));

        assertThat(file(as(mallory), asset).status()).isEqualTo(404);
    }

    @Test
    void areNobodyElsesToKnowOf() {
        var ticket = begin(as(ida), "image/png", 1000);
        var path = "/api/v1/assets/" + ticket.text("assetId");

        assertThat(as(ida).get(path).status()).isEqualTo(200);
        assertThat(as(ida).get(path).json().hasNonNull("courseId")).isFalse();
        assertThat(as(UUID.randomUUID()).get(path).status()).isEqualTo(404);
        assertThat(as(UUID.randomUUID()).post(path + "/complete", "").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "application/pdf, 1000, 415, TYPE_NOT_ALLOWED",
        "text/plain, 1000, 415, TYPE_NOT_ALLOWED",
        "image/svg+xml, 1000, 415, TYPE_NOT_ALLOWED",
        "image/png, 5242881, 413, TOO_LARGE",
        "image/png, 0, 400, INVALID_VALUE"
    })
    void arePicturesOfASizeToBeShownBesideAName(String type, long bytes, int status, String code) {
        var refused = begin(as(ida), type, bytes);

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.code()).isEqualTo(code);
    }

    @Test
    void areTenInThirtyDays() throws Exception {
        var answers = AtOnce.run(14, () -> begin(as(ida), "image/png", 1000));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(10);
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .extracting(Answer::code)
                .containsOnly("QUOTA_EXCEEDED");
        assertThat(begin(as(UUID.randomUUID()), "image/png", 1000).status()).isEqualTo(201);

        jdbc.sql(
                        """
                        update asset set upload_ends_at = now() - interval '31 days'
                        where id = (select id from asset where user_id = :ida limit 1)
                        """)
                .param("ida", ida)
                .update();
        assertThat(begin(as(ida), "image/png", 1000).status()).isEqualTo(201);
        assertThat(begin(as(ida), "image/png", 1000).code()).isEqualTo("QUOTA_EXCEEDED");
    }

    private UUID ready() throws Exception {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", bytes);
        var hash = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        var ticket = begin(as(ida), "image/png", bytes.size(), HexFormat.of().formatHex(hash));
        var request =
                HttpRequest.newBuilder(URI.create(ticket.text("presignedUrl")))
                        .PUT(BodyPublishers.ofByteArray(bytes.toByteArray()))
                        .header("Content-Type", "image/png")
                        .build();
        try (var store = HttpClient.newHttpClient()) {
            assertThat(store.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        }
        var path = "/api/v1/assets/" + ticket.text("assetId");
        assertThat(as(ida).post(path + "/complete", "").status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> as(ida).get(path).text("status").equals("READY"));
        return UUID.fromString(ticket.text("assetId"));
    }

    private Answer begin(Client client, String type, long bytes) {
        return begin(client, type, bytes, "ab".repeat(32));
    }

    private static Answer begin(Client client, String type, long bytes, String sha256) {
        return client.withKey(UUID.randomUUID().toString())
                .post(
                        "/api/v1/assets",
                        """
                        {"fileName": "me.png", "contentType": "%s", "sizeBytes": %d, "sha256": "%s"}
                        """
                                .formatted(type, bytes, sha256));
    }

    private Letter chosen(@Nullable UUID asset) {
        return neighbours.letter(ida, new AvatarChanged(ida, asset));
    }

    private void hear(Letter letter) {
        neighbours.send(letter);
        await().until(() ->
                jdbc.sql("select exists (select 1 from inbox where event_id = :id)")
                        .param("id", letter.id())
                        .query(Boolean.class)
                        .single());
    }

    private static Answer file(Client client, UUID asset) {
        return client.get("/api/v1/assets/" + asset + "/file");
    }

    private Client as(UUID person) {
        return new Client(port).as(TestIdentity.tokenOf(person, "learner"));
    }
}
