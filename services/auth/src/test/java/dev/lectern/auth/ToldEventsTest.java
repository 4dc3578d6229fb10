package dev.lectern.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Authenticator;
import dev.lectern.testing.events.Heard;
import dev.lectern.testing.events.Neighbours;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ToldEventsTest extends RunningAuth {

    @Autowired RabbitTemplate rabbit;

    private Heard heard;

    @BeforeEach
    void listen() {
        heard = new Neighbours(rabbit).listenTo("auth");
    }

    @Test
    void haveTheFormOfTheirSamplesAndSayNothingPersonal() throws Exception {
        var email = somebody();
        var token = signIn().token(email, PASSWORD);
        var id = idOf(email);
        client().json(
                        "POST",
                        "/internal/staff",
                        "{\"email\": \"%s\", \"role\": \"support\"}".formatted(email),
                        "Authorization",
                        "Bearer " + operatorToken());
        turnOnSecondFactor(token);
        client().delete(
                        "/api/v1/auth/sessions/" + claims(token).get("sid").asString(),
                        "Authorization",
                        "Bearer " + token);

        hasTheFormOfItsSample("auth.user-registered.v1", id);
        hasTheFormOfItsSample("auth.email-verified.v1", id);
        hasTheFormOfItsSample("auth.role-granted.v1", id);
        hasTheFormOfItsSample("auth.mfa-changed.v1", id);
        hasTheFormOfItsSample("auth.session-revoked.v1", id);
        assertThat(heard.messages())
                .noneMatch(message ->
                        new String(message.getBody(), StandardCharsets.UTF_8).contains(email));
    }

    @Test
    void nameNoSessionWhereAllHaveEnded() {
        var email = somebody();
        var token = signIn().token(email, PASSWORD);
        client().delete("/api/v1/auth/sessions", "Authorization", "Bearer " + token);

        var event = heard.atLeast(1, "auth.session-revoked.v1").getLast();

        assertThat(event.get("data").get("userId").asString()).isEqualTo(idOf(email).toString());
        assertThat(event.get("data").has("sid")).isFalse();
    }

    private void turnOnSecondFactor(String token) {
        var caller = new dev.lectern.client.Client(port).as(token);
        var secret = caller.withKey("begin").post("/api/v1/auth/mfa/totp", "").text("secret");
        var confirmed =
                caller.withKey("confirm")
                        .post(
                                "/api/v1/auth/mfa/totp/confirm",
                                "{\"code\": \"%s\"}"
                                        .formatted(Authenticator.of(secret).nextCode()));
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
    }

    private void hasTheFormOfItsSample(String type, UUID account) throws Exception {
        var sample =
                JsonMapper.shared()
                        .readTree(
                                new ClassPathResource("samples/" + type + ".json")
                                        .getContentAsByteArray());
        var event = heard.atLeast(1, type, account).getFirst();

        assertThat(event.propertyNames()).containsAll(withoutTrace(sample));
        assertThat(event.get("data").propertyNames())
                .containsExactlyInAnyOrderElementsOf(sample.get("data").propertyNames());
        assertThat(event.get("data").get("userId").asString()).isEqualTo(account.toString());
    }

    private static Iterable<String> withoutTrace(JsonNode sample) {
        return sample.propertyNames().stream().filter(name -> !name.equals("traceparent")).toList();
    }
}
