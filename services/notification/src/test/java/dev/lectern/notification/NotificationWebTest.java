package dev.lectern.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Client;
import dev.lectern.testing.identity.ForgedTokens;
import dev.lectern.testing.identity.TestIdentity;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The inbox, as its owner has it and nobody else.
class NotificationWebTest extends NotificationServiceTest {

    private static final String READ = "{\"read\": true}";

    private String told;

    @BeforeEach
    void anInboxWithOne() {
        publish(course, "Signals and Sampling");
        enroll(learner, course);
        told = inboxOf(learner, 1).getFirst().path("id").asString();
    }

    @Test
    void isReadInTheLanguageOfTheRequest() {
        assertThat(titleIn("en-GB, es;q=0.5")).isEqualTo("Welcome to your course");
        assertThat(titleIn("es-MX")).isEqualTo("Te damos la bienvenida a tu curso");
        assertThat(titleIn("pt")).isEqualTo("Boas-vindas ao seu curso");
        assertThat(titleIn("ar")).isEqualTo("مرحبًا بك في دورتك");
        assertThat(titleIn("ja")).isEqualTo("Welcome to your course");
        assertThat(titleIn("*;q=nonsense")).isEqualTo("Welcome to your course");
    }

    @Test
    void isMarkedAsReadOnceAndForAll() {
        var read = as(learner).patch(INBOX + "/" + told, READ);
        var again = as(learner).patch(INBOX + "/" + told, READ);

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.json().path("read").asBoolean()).isTrue();
        assertThat(again.body()).isEqualTo(read.body());
        assertThat(as(learner).get(INBOX + "/" + told).body()).isEqualTo(read.body());
        assertThat(as(learner).get(INBOX + "?unread=true").json().path("items")).isEmpty();
        assertThat(as(learner).get(INBOX + "?unread=false").json().path("items")).hasSize(1);
    }

    @Test
    void isListedPageByPageNewestFirst() {
        enroll(learner, course);
        inboxOf(learner, 2);
        enroll(learner, course);
        var all = inboxOf(learner, 3);
        as(learner).patch(INBOX + "/" + all.get(1).path("id").asString(), READ);

        var first = as(learner).get(INBOX + "?unread=true&limit=1");
        var second = as(learner).get(INBOX + "?unread=true&limit=1&cursor=" + first.text("next"));

        assertThat(first.json().at("/items/0")).isEqualTo(all.getFirst());
        assertThat(second.json().at("/items/0")).isEqualTo(all.getLast());
        assertThat(second.json().path("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"learner", "instructor", "moderator", "support", "admin"})
    void isNobodyElses(String role) {
        var other = as(UUID.randomUUID(), role);

        assertThat(other.get(INBOX).json().path("items")).isEmpty();
        assertThat(other.get(INBOX + "/" + told).status()).isEqualTo(404);
        assertThat(other.patch(INBOX + "/" + told, READ).code()).isEqualTo("NOT_FOUND");
        assertThat(inbox(learner).getFirst().path("read").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "?kind=ENROLLED, 400, UNKNOWN_PARAMETER",
        "?unread=perhaps, 400, INVALID_VALUE",
        "?cursor=x, 400, UNKNOWN_PARAMETER",
        "?limit=0, 400, UNKNOWN_PARAMETER",
        "/0199a3c0-1f00-7a10-8b00-000000000001, 404, NOT_FOUND",
        "/nonsense, 404, NOT_FOUND"
    })
    void refusesWhatCannotBeAnswered(String rest, int status, String code) {
        var answer = as(learner).get(INBOX + rest);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"read\": false} | INVALID_VALUE",
                "{\"read\": null} | INVALID_VALUE",
                "{\"read\": \"true\"} | INVALID_VALUE",
                "{\"read\": 1} | INVALID_VALUE",
                "{} | INVALID_VALUE",
                "[] | INVALID_VALUE",
                "{\"read\": true, \"title\": \"x\"} | UNKNOWN_FIELD",
                "nonsense | MALFORMED_JSON"
            })
    void refusesEveryOtherChange(String body, String code) {
        var answer = as(learner).patch(INBOX + "/" + told, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void needsAPersonsToken() {
        for (var path : new String[] {INBOX, INBOX + "/" + told}) {
            assertThat(new Client(port).get(path).code()).isEqualTo("UNAUTHENTICATED");
            assertThat(
                            new Client(port)
                                    .as(TestIdentity.serviceTokenFor("notification"))
                                    .get(path)
                                    .status())
                    .isEqualTo(401);
            ForgedTokens.areRefusedAt(new Client(port), path);
        }
        assertThat(new Client(port).patch(INBOX + "/" + told, READ).status()).isEqualTo(401);
    }

    private String titleIn(String languages) {
        return as(learner).with("Accept-Language", languages).get(INBOX + "/" + told).text("title");
    }
}
