package dev.lectern.payment.pricing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.event.Received;
import dev.lectern.events.course.CourseMembershipChanged;
import dev.lectern.events.course.CourseMembershipChanged.Member;
import dev.lectern.payment.PaymentTest;
import dev.lectern.testing.AtOnce;
import dev.lectern.testing.events.Neighbours;
import dev.lectern.testing.identity.TestIdentity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Prices as authors set them, and as the other services hear of them.
@PaymentTest
class PriceControllerTest {

    @LocalServerPort int port;
    @Autowired MembershipCopy members;
    @Autowired RabbitTemplate broker;
    @Autowired JdbcClient jdbc;

    private final UUID course = UUID.randomUUID();
    private final UUID author = UUID.randomUUID();
    private Client http = new Client(0);

    @BeforeEach
    void aCourse() {
        http = as(author, "instructor");
        members.keep(
                new Received<>(
                        new CourseMembershipChanged(course, List.of(new Member(author, "AUTHOR"))),
                        UUID.randomUUID(),
                        course,
                        1,
                        Instant.parse("2026-10-02T09:15:00Z")));
    }

    @Test
    void areThereUnsetFromTheBeginning() {
        var price = http.get(path());

        assertThat(price.status()).isEqualTo(200);
        assertThat(price.header("ETag")).isEqualTo("\"0\"");
        assertThat(price.json().hasNonNull("price")).isFalse();
        assertThat(price.json().at("/share/instructorPercent").asInt()).isEqualTo(70);
    }

    @Test
    void areSetAndToldWithWhatTheirAuthorGets() {
        var heard = new Neighbours(broker).listenTo("payment");

        var set = put("\"0\"", money(4_900, "EUR"));

        assertThat(set.status()).as(set.body()).isEqualTo(200);
        assertThat(set.header("ETag")).isEqualTo("\"1\"");
        assertThat(set.json().at("/price/amount").asLong()).isEqualTo(4_900);
        assertThat(set.json().at("/net/amount").asLong()).isEqualTo(2_881);
        assertThat(http.get(path()).body()).isEqualTo(set.body());
        var told = heard.atLeast(1, "payment.price-changed.v1").getFirst();
        assertThat(told.at("/data/courseId").asString()).isEqualTo(course.toString());
        assertThat(told.at("/data/amount").asLong()).isEqualTo(4_900);
        assertThat(told.at("/data/currency").asString()).isEqualTo("EUR");
    }

    @Test
    void areChangedOnTheirLatestVersionAlone() {
        put("\"0\"", money(4_900, "EUR"));

        assertThat(put("\"0\"", money(100, "EUR")).code()).isEqualTo("VERSION_STALE");
        assertThat(http.put(path(), money(100, "EUR")).code()).isEqualTo("IF_MATCH_REQUIRED");
        assertThat(put("\"1\"", money(0, "EUR")).json().at("/price/amount").asLong()).isZero();
    }

    @Test
    void areFirstSetOnceHoweverManyTry() throws Exception {
        var outcomes = AtOnce.run(10, () -> put("\"0\"", money(4_900, "EUR")).status());

        assertThat(outcomes).containsOnly(200, 412).containsOnlyOnce(200);
    }

    @ParameterizedTest
    @CsvSource({
        "49, EUR, PRICE_OUT_OF_RANGE",
        "1000001, EUR, PRICE_OUT_OF_RANGE",
        "100, XXX, CURRENCY_UNKNOWN"
    })
    void areRefusedWhenNobodyCouldPayThem(long amount, String currency, String code) {
        var refused = put("\"0\"", money(amount, currency));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(http.get(path()).header("ETag")).isEqualTo("\"0\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"price\": null}",
                "{\"price\": {\"amount\": -1, \"currency\": \"EUR\"}}",
                "{\"price\": {\"amount\": 100}}",
                "{\"price\": {\"amount\": 1.5, \"currency\": \"EUR\"}}",
                "{\"price\": {\"amount\": \"x\", \"currency\": \"EUR\"}}"
            })
    void areRefusedWhenTheyAreNone(String body) {
        assertThat(put("\"0\"", body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"learner", "instructor", "moderator", "support", "admin"})
    void areNoStrangersBusiness(String role) {
        http = as(UUID.randomUUID(), role);

        assertThat(http.get(path()).status()).isEqualTo(404);
        assertThat(put("\"0\"", money(100, "EUR")).status()).isEqualTo(404);
        assertThat(new Client(port).get(path()).status()).isEqualTo(401);
    }

    @Test
    void areToldAgainToWhoeverAsks() {
        put("\"0\"", money(4_900, "EUR"));

        new Neighbours(broker)
                .sendRubbish(
                        "payment.resync-requests",
                        UUID.randomUUID(),
                        """
                        {"specversion": "1.0", "id": "%s", "type": "course.resync-requested.v1",
                         "source": "lectern/course", "subject": "%s", "time": "%s",
                         "datacontenttype": "application/json", "dataschema": "/docs",
                         "sequence": "0000000000000000001",
                         "data": {"consumer": "course", "types": ["payment.price-changed.v1"]}}
                        """
                                .formatted(UUID.randomUUID(), UUID.randomUUID(), Instant.now()));

        await().until(() ->
                jdbc.sql(
                                """
                                select exists (select 1 from outbox where subject = :course
                                    and routing_key = 'resync.course.payment.price-changed.v1')
                                """)
                        .param("course", course)
                        .query(Boolean.class)
                        .single());
    }

    private Answer put(String etag, String body) {
        return http.with("If-Match", etag).put(path(), body);
    }

    private String path() {
        return "/api/v1/prices/" + course;
    }

    private static String money(long amount, String currency) {
        return "{\"price\": {\"amount\": %d, \"currency\": \"%s\"}}".formatted(amount, currency);
    }

    private Client as(UUID person, String role) {
        return new Client(port).as(TestIdentity.tokenOf(person, role));
    }
}
