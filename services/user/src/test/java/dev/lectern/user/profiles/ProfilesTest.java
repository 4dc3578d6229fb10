package dev.lectern.user.profiles;

import static dev.lectern.user.Callers.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.events.auth.MfaChanged;
import dev.lectern.testing.AtOnce;
import dev.lectern.testing.ServiceTest;
import dev.lectern.testing.events.Neighbours;
import dev.lectern.user.Callers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ProfilesTest {

    private static final String ME = "/api/v1/users/me";

    @LocalServerPort int port;
    @Autowired RabbitTemplate broker;
    @Autowired JdbcClient database;

    private final UUID ida = UUID.randomUUID();

    @Nested
    class Creating {

        @Test
        void handsTheProfileToServicesThatAsk() {
            var created = create(ida, "Łukasz Nowak");

            assertThat(created.status()).isEqualTo(201);
            assertThat(created.header("Location")).isEqualTo("/internal/profiles/" + ida);
            var profile = service().get("/internal/profiles/" + ida);
            assertThat(profile.json()).isEqualTo(created.json());
            assertThat(profile.json().propertyNames())
                    .containsExactlyInAnyOrder(
                            "userId", "displayName", "email", "locale", "timeZone");
            assertThat(profile.text("displayName")).isEqualTo("Łukasz Nowak");
        }

        @Test
        void keepsTheProfileThatExists() {
            create(ida, "Ida Berg");

            var again = create(ida, "Somebody Else");

            assertThat(again.status()).isEqualTo(201);
            assertThat(again.text("displayName")).isEqualTo("Ida Berg");
        }

        @Test
        void makesOneProfileOfManyRequestsAtOnce() throws Exception {
            var answers = AtOnce.run(20, () -> create(ida, "Ida Berg"));

            assertThat(answers).extracting(Answer::status).containsOnly(201);
            assertThat(count("profile where user_id")).isEqualTo(1);
        }

        @ParameterizedTest
        @CsvSource({
            "displayName, <b>Ida</b>, /displayName",
            "locale, xx, /locale",
            "timeZone, Mars/Olympus, /timeZone",
            "email, nowhere, /email"
        })
        void refusesWhatCannotBe(String field, String value, String pointer) {
            var body = newcomer(ida, "Ida Berg");
            body.put(field, value);

            assertInvalid(service().post("/internal/profiles", json(body)), pointer);
        }
    }

    @Nested
    class Reading {

        @Test
        void showsTheCallerTheirProfileWithTheRolesOfTheToken() {
            create(ida, "Ida Berg");

            var me = new Callers(port).person(ida, "learner", "instructor").get(ME);

            assertThat(me.status()).isEqualTo(200);
            assertThat(me.header("ETag")).isEqualTo("\"0\"");
            assertThat(me.text("id")).isEqualTo(ida.toString());
            assertThat(me.text("email")).isEqualTo("ida@example.org");
            assertThat(me.json().get("roles"))
                    .extracting(role -> role.asString())
                    .containsExactly("instructor", "learner");
            assertThat(me.json().get("mfaEnabled").asBoolean()).isFalse();
            assertThat(me.json().get("avatarUrl").isNull()).isTrue();
        }

        @Test
        void saysWhetherASecondFactorIsOnAsAuthToldLast() {
            var neighbours = new Neighbours(broker);
            var on = neighbours.letter(ida, new MfaChanged(ida, true));
            var off = neighbours.letter(ida, new MfaChanged(ida, false));
            var onAgain = neighbours.letter(ida, new MfaChanged(ida, true));

            // Heard before the profile was made.
            neighbours.send(on);
            awaitHeard(on);
            create(ida, "Ida Berg");
            assertThat(mfaEnabled()).isTrue();

            neighbours.send(off);
            awaitHeard(off);
            assertThat(mfaEnabled()).isFalse();

            neighbours.send(on);
            neighbours.send(onAgain);
            awaitHeard(onAgain);
            assertThat(mfaEnabled()).isTrue();
        }

        @Test
        void keepsTheNewerOfTwoTellingsThatCameInDisorder() {
            var neighbours = new Neighbours(broker);
            var on = neighbours.letter(ida, new MfaChanged(ida, true));
            var off = neighbours.letter(ida, new MfaChanged(ida, false));
            create(ida, "Ida Berg");

            neighbours.send(off);
            awaitHeard(off);
            neighbours.send(on);
            awaitHeard(on);

            assertThat(mfaEnabled()).isFalse();
        }

        @Test
        void understandsTheSampleOfTheContractAndWhatMoreItMaySayOneDay() throws IOException {
            var type = "auth.mfa-changed.v1";
            var sample =
                    new ClassPathResource("samples/" + type + ".json")
                            .getContentAsString(StandardCharsets.UTF_8)
                            .replace("0199a3c0-1f00-7a10-8b00-000000000011", ida.toString())
                            .replace(
                                    "0199a3c0-2f00-7a10-8b00-000000000071",
                                    UUID.randomUUID().toString())
                            .replace("\"enabled\": true", "\"enabled\": true, \"by\": \"TOTP\"");
            create(ida, "Ida Berg");

            broker.convertAndSend("auth.events", type, sample.getBytes(StandardCharsets.UTF_8));

            await().until(this::mfaEnabled);
        }

        private boolean mfaEnabled() {
            return me().get(ME).json().get("mfaEnabled").asBoolean();
        }

        private void awaitHeard(Neighbours.Letter letter) {
            await().until(() ->
                    database.sql("select exists (select 1 from inbox where event_id = :id)")
                            .param("id", letter.id())
                            .query(Boolean.class)
                            .single());
        }

        @Test
        void refusesParametersNobodyKnows() {
            create(ida, "Ida Berg");

            var answer = me().get(ME + "?userId=" + UUID.randomUUID());

            assertRefused(answer, 400, "UNKNOWN_PARAMETER");
        }
    }

    @Nested
    class Updating {

        @Test
        void changesWhatIsGivenAndTellsTheOthers() {
            create(ida, "Ida Berg");
            var heard = new Neighbours(broker).listenTo("user");

            var answer = patch("0", json(Map.of("displayName", "  ليلى حداد ")));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("ETag")).isEqualTo("\"1\"");
            assertThat(answer.text("displayName")).isEqualTo("ليلى حداد");
            assertThat(answer.text("locale")).isEqualTo("de");
            var told = heard.atLeast(1, "user.profile-updated.v1").getFirst();
            assertThat(told.get("subject").asString()).isEqualTo(ida.toString());
            assertThat(told.get("data").get("userId").asString()).isEqualTo(ida.toString());
            assertThat(told.get("data").propertyNames()).containsExactly("userId");
        }

        @Test
        void tellsNothingWhenNothingIsDifferent() {
            create(ida, "Ida Berg");

            var answer = patch("0", json(Map.of("displayName", "Ida Berg", "locale", "DE")));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("ETag")).isEqualTo("\"0\"");
            assertThat(count("outbox where subject")).isZero();
        }

        @Test
        void needsTheVersionThatWasRead() {
            create(ida, "Ida Berg");
            patch("0", json(Map.of("locale", "pl")));

            assertRefused(me().patch(ME, json(Map.of("locale", "en"))), 428, "IF_MATCH_REQUIRED");
            assertRefused(patch("0", json(Map.of("locale", "en"))), 412, "VERSION_STALE");
        }

        @Test
        void letsOneOfManyAtOnceWin() throws Exception {
            create(ida, "Ida Berg");

            var answers =
                    AtOnce.run(
                            20,
                            () ->
                                    patch(
                                            "0",
                                            json(
                                                    Map.of(
                                                            "displayName",
                                                            "Ida " + UUID.randomUUID()))));

            assertThat(answers)
                    .extracting(Answer::status)
                    .containsOnlyOnce(200)
                    .isSubsetOf(200, 409, 412);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"displayName\": \"<img src=x>\"} | /displayName",
                    "{\"displayName\": \"\"} | /displayName",
                    "{\"displayName\": null} | /displayName",
                    "{\"locale\": null} | /locale",
                    "{\"locale\": \"xx\"} | /locale",
                    "{\"timeZone\": \"Mars/Olympus\"} | /timeZone",
                    "{\"displayName\": 7} | /displayName",
                    "{\"avatarAssetId\": \"me.png\"} | /avatarAssetId"
                })
        void refusesWhatCannotBe(String body, String pointer) {
            create(ida, "Ida Berg");

            assertInvalid(patch("0", body), pointer);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"displayName\": \"Ida\\u0000\"} | CONTROL_CHARACTER",
                    "{\"email\": \"new@example.org\"} | UNKNOWN_FIELD",
                    "{\"roles\": [\"admin\"]} | UNKNOWN_FIELD",
                    "{\"displayName\" | MALFORMED_JSON"
                })
        void refusesBodiesThatAreNotUsable(String body, String code) {
            create(ida, "Ida Berg");

            assertRefused(patch("0", body), 400, code);
        }
    }

    private Client me() {
        return new Callers(port).person(ida, "learner");
    }

    private Client service() {
        return new Callers(port).service();
    }

    private Answer patch(String version, String body) {
        return me().with("If-Match", "\"" + version + "\"").patch(ME, body);
    }

    private Answer create(UUID user, String name) {
        return service().post("/internal/profiles", json(newcomer(user, name)));
    }

    private static Map<String, Object> newcomer(UUID user, String name) {
        return new HashMap<>(
                Map.of(
                        "userId", user,
                        "email", "ida@example.org",
                        "displayName", name,
                        "locale", "de",
                        "timeZone", "Europe/Berlin"));
    }

    private int count(String rowsWhere) {
        return database.sql("select count(*) from " + rowsWhere + " = :id")
                .param("id", ida)
                .query(Integer.class)
                .single();
    }

    private static void assertInvalid(Answer answer, String pointer) {
        assertRefused(answer, 400, "INVALID_VALUE");
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
