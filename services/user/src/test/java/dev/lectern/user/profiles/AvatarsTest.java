package dev.lectern.user.profiles;

import static dev.lectern.user.Callers.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.events.media.PortraitReady;
import dev.lectern.testing.ServiceTest;
import dev.lectern.testing.events.Neighbours;
import dev.lectern.user.Callers;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The picture that is shown with somebody's name.
@ServiceTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@SuppressWarnings("NullAway.Init")
class AvatarsTest {

    private static final String ME = "/api/v1/users/me";

    @LocalServerPort int port;
    @Autowired RabbitTemplate broker;
    @Autowired JdbcClient database;

    private final UUID ida = UUID.randomUUID();
    private final UUID picture = UUID.randomUUID();
    private Neighbours neighbours;

    @BeforeEach
    void aProfile() {
        neighbours = new Neighbours(broker);
        new Callers(port)
                .service()
                .post(
                        "/internal/profiles",
                        json(
                                Map.of(
                                        "userId", ida,
                                        "email", "ida@example.org",
                                        "displayName", "Ida Berg",
                                        "locale", "en",
                                        "timeZone", "Europe/Berlin")));
    }

    @Test
    void isAPictureOfTheirOwnAndTold() {
        hear(picture, ida);
        var heard = neighbours.listenTo("user");

        var changed = choose("0", picture);

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("avatarUrl")).isEqualTo("/api/v1/assets/" + picture + "/file");
        assertThat(me().get(ME).text("avatarUrl")).isEqualTo(changed.text("avatarUrl"));
        assertThat(heard.atLeast(1, "user.avatar-changed.v1"))
                .anySatisfy(event -> {
                    assertThat(event.at("/data/userId").asString()).isEqualTo(ida.toString());
                    assertThat(event.at("/data/avatarAssetId").asString())
                            .isEqualTo(picture.toString());
                });
    }

    @Test
    void isNoPictureOfSomebodyElseAndNoneNobodyToldOf() {
        assertRefused(choose("0", picture));

        hear(picture, UUID.randomUUID());
        assertRefused(choose("0", picture));

        // Whoever is told first keeps it.
        hear(picture, ida);
        assertRefused(choose("0", picture));
        assertThat(me().get(ME).json().get("avatarUrl").isNull()).isTrue();
    }

    @Test
    void isTakenAwayByNullAndLeftByWhatIsAbsent() {
        hear(picture, ida);
        choose("0", picture);

        var renamed = patch("1", "{\"displayName\": \"Ida\"}");
        assertThat(renamed.text("avatarUrl")).contains(picture.toString());

        var bare = choose("2", null);
        assertThat(bare.status()).isEqualTo(200);
        assertThat(bare.json().get("avatarUrl").isNull()).isTrue();
    }

    @Test
    void isToldOnlyWhenItIsAnother() {
        hear(picture, ida);
        choose("0", picture);
        choose("1", picture);
        choose("1", null);

        assertThat(
                        database.sql(
                                        """
                                        select coalesce(payload::json #>> '{data,avatarAssetId}', 'none')
                                        from outbox where subject = :ida
                                          and routing_key = 'user.avatar-changed.v1'
                                        order by sequence
                                        """)
                                .param("ida", ida)
                                .query(String.class)
                                .list())
                .containsExactly(picture.toString(), "none");
    }

    private void hear(UUID asset, UUID owner) {
        var letter = neighbours.letter(asset, new PortraitReady(asset, owner));
        neighbours.send(letter);
        await().until(() ->
                database.sql("select exists (select 1 from inbox where event_id = :id)")
                        .param("id", letter.id())
                        .query(Boolean.class)
                        .single());
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("REF_UNKNOWN");
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/avatarAssetId");
    }

    private Answer choose(String version, @Nullable UUID asset) {
        return patch(
                version,
                "{\"avatarAssetId\": " + (asset == null ? null : "\"" + asset + "\"") + "}");
    }

    private Answer patch(String version, String body) {
        return me().with("If-Match", "\"" + version + "\"").patch(ME, body);
    }

    private Client me() {
        return new Callers(port).person(ida, "learner");
    }
}
