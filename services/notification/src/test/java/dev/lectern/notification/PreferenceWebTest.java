package dev.lectern.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.events.auth.RoleGranted;
import dev.lectern.notification.domain.Channel;
import dev.lectern.notification.domain.Kind;
import dev.lectern.testing.AtOnce;
import dev.lectern.testing.identity.ForgedTokens;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What somebody wants to be told, kept and obeyed.
class PreferenceWebTest extends NotificationServiceTest {

    private static final String PREFERENCES = "/api/v1/notification-preferences";

    private Answer put(UUID person, String... choices) {
        return as(person).put(PREFERENCES, "{\"items\": [" + String.join(",", choices) + "]}");
    }

    private static String off(String kind, String channel) {
        return "{\"kind\": \"%s\", \"channel\": \"%s\", \"enabled\": false}"
                .formatted(kind, channel);
    }

    private static boolean isOn(Answer answer, String kind, String channel) {
        return answer.json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("kind").asString().equals(kind))
                .filter(item -> item.path("channel").asString().equals(channel))
                .findFirst()
                .orElseThrow()
                .path("enabled")
                .asBoolean();
    }

    @Test
    void areAllOnUntilSomebodyDecides() {
        var answer = as(learner).get(PREFERENCES);

        assertThat(answer.json().path("items"))
                .hasSize(Kind.values().length * Channel.values().length);
        assertThat(answer.json().path("items").valueStream())
                .allMatch(item -> item.path("enabled").asBoolean());
        assertThat(
                        answer.json()
                                .path("items")
                                .valueStream()
                                .filter(item -> item.path("fixed").asBoolean())
                                .map(item ->
                                        item.path("kind").asString()
                                                + item.path("channel").asString()))
                .containsExactly("STAFF_ROLE_GRANTEDEMAIL");
    }

    @Test
    void areReplacedAsAWhole() {
        var first = put(learner, off("ENROLLED", "EMAIL"));
        var second = put(learner, off("ORDER_PAID", "IN_APP"));

        assertThat(isOn(first, "ENROLLED", "EMAIL")).isFalse();
        assertThat(isOn(second, "ENROLLED", "EMAIL")).isTrue();
        assertThat(isOn(second, "ORDER_PAID", "IN_APP")).isFalse();
        assertThat(second.body()).isEqualTo(as(learner).get(PREFERENCES).body());
        assertThat(isOn(as(UUID.randomUUID()).get(PREFERENCES), "ORDER_PAID", "IN_APP")).isTrue();
    }

    @Test
    void areOneDecisionWhenTwoDecideAtOnce() throws Exception {
        var next = new AtomicInteger();

        var statuses =
                AtOnce.run(
                        10,
                        () ->
                                (next.getAndIncrement() % 2 == 0
                                                ? put(
                                                        learner,
                                                        off("ENROLLED", "EMAIL"),
                                                        off("ENROLLED", "IN_APP"))
                                                : put(
                                                        learner,
                                                        off("ORDER_PAID", "IN_APP"),
                                                        off("ORDER_PAID", "EMAIL")))
                                        .status());

        var kept = as(learner).get(PREFERENCES);
        assertThat(statuses).containsOnly(200);
        assertThat(isOn(kept, "ENROLLED", "EMAIL")).isEqualTo(isOn(kept, "ENROLLED", "IN_APP"));
        assertThat(isOn(kept, "ENROLLED", "EMAIL")).isNotEqualTo(isOn(kept, "ORDER_PAID", "EMAIL"));
    }

    @Test
    void areObeyedByEachChannel() {
        publish(course, "Signals and Sampling");
        var inboxOnly = UUID.randomUUID();
        var mailOnly = UUID.randomUUID();
        put(inboxOnly, off("ENROLLED", "EMAIL"));
        put(mailOnly, off("ENROLLED", "IN_APP"));

        try (var stream =
                LiveStream.open(
                                port,
                                dev.lectern.testing.identity.TestIdentity.tokenOf(
                                        mailOnly, "learner"),
                                null)
                        .awaitOpen()) {
            enroll(inboxOnly, course);
            enroll(mailOnly, course);
            inboxOf(inboxOnly, 1);
            mailTo(mailOnly, 1);

            assertThat(stream.awaitEvents(1, "enrollment")).hasSize(1);
            assertThat(stream.events("notification")).isEmpty();
        }
        assertThat(inbox(mailOnly)).isEmpty();
        assertThat(count("mail", inboxOnly)).isZero();
    }

    @Test
    void doNotSwitchOffWhatProtectsAnAccount() {
        var refused = put(learner, off("ENROLLED", "EMAIL"), off("STAFF_ROLE_GRANTED", "EMAIL"));
        put(learner, off("STAFF_ROLE_GRANTED", "IN_APP"));
        neighbours.say(learner, new RoleGranted(learner, "admin"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("PREFERENCE_FIXED");
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/items/1/enabled");
        assertThat(isOn(as(learner).get(PREFERENCES), "ENROLLED", "EMAIL")).isTrue();
        assertThat(mailTo(learner, 1).getFirst().text()).doesNotContain("unsubscribe");
        assertThat(inbox(learner)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | INVALID_VALUE",
                "{\"items\": null} | INVALID_VALUE",
                "{\"items\": [null]} | INVALID_VALUE",
                "{\"items\": [{}]} | INVALID_VALUE",
                "{\"items\": [{\"kind\": \"NEWS\", \"channel\": \"EMAIL\", \"enabled\": true}]} | INVALID_VALUE",
                "{\"items\": [{\"kind\": 1, \"channel\": \"EMAIL\", \"enabled\": true}]} | INVALID_VALUE",
                "{\"items\": [{\"kind\": \"ENROLLED\", \"channel\": \"SMS\", \"enabled\": true}]} | INVALID_VALUE",
                "{\"items\": [{\"kind\": \"ENROLLED\", \"channel\": \"EMAIL\", \"enabled\": \"no\"}]} | INVALID_VALUE",
                "{\"items\": [], \"more\": 1} | UNKNOWN_FIELD",
                "{\"items\": [ | MALFORMED_JSON"
            })
    void refuseWhatIsNone(String body, String code) {
        var answer = as(learner).put(PREFERENCES, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void refuseAPairTwiceAndMoreThanThereAre() {
        var twice = put(learner, off("ENROLLED", "EMAIL"), off("ENROLLED", "EMAIL"));
        var tooMany =
                put(learner, (off("ENROLLED", "EMAIL") + ",").repeat(101).replaceAll(",$", ""));

        assertThat(twice.code()).isEqualTo("INVALID_VALUE");
        assertThat(twice.json().at("/errors/0/pointer").asString()).isEqualTo("/items/1");
        assertThat(tooMany.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"learner", "instructor", "moderator", "support", "admin"})
    void areTheCallersOwnWhoeverItIs(String role) {
        assertThat(as(UUID.randomUUID(), role).get(PREFERENCES).status()).isEqualTo(200);
        assertThat(as(UUID.randomUUID(), role).put(PREFERENCES, "{\"items\": []}").status())
                .isEqualTo(200);
    }

    @Test
    void needAPersonsToken() {
        assertThat(new Client(port).get(PREFERENCES).status()).isEqualTo(401);
        assertThat(new Client(port).put(PREFERENCES, "{\"items\": []}").status()).isEqualTo(401);
        ForgedTokens.areRefusedAt(new Client(port), PREFERENCES);
    }
}
