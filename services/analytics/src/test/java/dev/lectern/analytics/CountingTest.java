package dev.lectern.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.client.Client;
import dev.lectern.events.enrollment.EnrollmentCompleted;
import dev.lectern.events.enrollment.EnrollmentProgressChanged;
import dev.lectern.testing.Part;
import dev.lectern.testing.ServiceTest;
import dev.lectern.testing.events.Neighbours;
import dev.lectern.testing.identity.TestIdentity;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is told is counted once, however it comes, and shown to the author alone.
@ServiceTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        infrastructure = {Part.POSTGRES, Part.BROKER, Part.OBJECTS},
        properties = "db-scheduler.polling-interval=200ms")
class CountingTest {

    @LocalServerPort private int port;
    @Autowired private RabbitTemplate broker;
    @Autowired private JdbcClient database;

    private Classroom room;

    @BeforeEach
    void openTheClassroom() {
        room = new Classroom(port, broker, database).opened();
    }

    /// Or a rebuild, which reads in another order, would date it otherwise.
    @Test
    void datesMoneyAsItWasFirstPaidWhicheverWordOfItCameFirst() {
        var first = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var later = first.plusSeconds(5);
        var inOrder = UUID.randomUUID();
        var reversed = UUID.randomUUID();

        for (var at : List.of(first, later)) {
            room.neighbours.send(room.letter(room.paid(inOrder, 2450, "EUR", at)));
        }
        for (var at : List.of(later, first)) {
            room.neighbours.send(room.letter(room.paid(reversed, 2450, "EUR", at)));
        }

        room.awaitLogged("payment.order-paid.v1", 4);
        assertThat(
                        database.sql("select at from fact_money where id in (:orders)")
                                .param("orders", List.of(inOrder, reversed))
                                .query(Timestamp.class)
                                .list())
                .containsExactly(Timestamp.from(first), Timestamp.from(first));
    }

    @Test
    void addsMoneyUpOnceNetOfRefundsAndNeverAcrossCurrencies() {
        var order = UUID.randomUUID();
        var letters = new ArrayList<Neighbours.Letter>();
        letters.add(room.letter(room.paid(order, 2450, "EUR")));
        // Told again under another id while nobody has answered: the same money.
        letters.add(room.letter(room.paid(order, 2450, "EUR")));
        letters.add(room.letter(room.paid(UUID.randomUUID(), 4900, "EUR")));
        letters.add(room.letter(room.paid(UUID.randomUUID(), 1999, "USD")));
        letters.add(room.letter(room.refunded(order, 2450, "EUR")));
        letters.addAll(List.copyOf(letters));
        Collections.reverse(letters);

        letters.forEach(room.neighbours::send);

        room.awaitLogged("payment.order-paid.v1", 4);
        room.awaitLogged("payment.refund-settled.v1", 1);
        var euros = room.table("revenue").json();
        assertThat(euros.get("currency").asString()).isEqualTo("EUR");
        assertThat(euros.get("gross").asLong()).isEqualTo(7350);
        assertThat(euros.get("refunded").asLong()).isEqualTo(2450);
        assertThat(euros.get("net").asLong()).isEqualTo(4900);
        assertThat(euros.at("/items/0/orders").asLong()).isEqualTo(2);
        assertThat(room.table("revenue", "?currency=USD").json().get("net").asLong())
                .isEqualTo(1999);
    }

    @Test
    void takesEachPartThatWentBackOffOnce() {
        var order = UUID.randomUUID();
        var letters = new ArrayList<Neighbours.Letter>();
        letters.add(room.letter(room.paid(order, 4900, "EUR")));
        letters.add(room.letter(room.partlyRefunded(order, 1000, "EUR")));
        // As much once more is another part, as its refund is another.
        letters.add(room.letter(room.partlyRefunded(order, 1000, "EUR")));
        letters.addAll(List.copyOf(letters));
        Collections.reverse(letters);

        letters.forEach(room.neighbours::send);

        room.awaitLogged("payment.order-paid.v1", 1);
        room.awaitLogged("payment.partial-refund-settled.v1", 2);
        var parts = room.table("revenue").json();
        assertThat(parts.get("gross").asLong()).isEqualTo(4900);
        assertThat(parts.get("refunded").asLong()).isEqualTo(2000);
        assertThat(parts.get("net").asLong()).isEqualTo(2900);
        room.neighbours.send(room.letter(room.refunded(order, 2900, "EUR")));
        room.awaitLogged("payment.refund-settled.v1", 1);
        assertThat(room.table("revenue").json().get("net").asLong()).isZero();
    }

    @Test
    void countsHowFarLearnersCame() {
        var enrolled = room.enrolled;
        room.neighbours.say(
                enrolled.id(),
                new EnrollmentCompleted(
                        enrolled.id(), room.learner, room.course, 1, Instant.now()));
        for (var percent : List.of(50, 49, 100)) {
            room.neighbours.say(
                    enrolled.id(),
                    new EnrollmentProgressChanged(
                            enrolled.id(), room.learner, room.course, percent));
        }
        room.neighbours.say(enrolled.id(), enrolled.completed(room.article));
        room.neighbours.say(enrolled.id(), enrolled.granted(1));
        var range = "?from=2026-09-01&to=" + LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);

        await().atMost(Classroom.PATIENCE)
                .untilAsserted(() ->
                        assertThat(room.table("funnel", range).json().get("steps"))
                                .extracting(step ->
                                        step.get("name").asString()
                                                + " "
                                                + step.get("learners").asLong())
                                .containsExactly(
                                        "VIEWED 0",
                                        "ORDERED 0",
                                        "ENROLLED 1",
                                        "STARTED 1",
                                        "HALFWAY 1",
                                        "COMPLETED 1"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void countsTheLastGradeOfAnAttemptWhicheverComesFirst(boolean inOrder) {
        var attempt = UUID.randomUUID();
        var letters =
                List.of(
                        room.letter(room.graded(attempt, 40, false)),
                        room.letter(room.graded(attempt, 80, true)));

        for (var letter : inOrder ? letters : letters.reversed()) {
            room.neighbours.send(letter);
            room.awaitHandled(letter);
        }

        assertThat(room.table("quiz").json().get("items"))
                .singleElement()
                .satisfies(quiz -> {
                    assertThat(quiz.get("attempts").asInt()).isEqualTo(1);
                    assertThat(quiz.get("averagePercent").asInt()).isEqualTo(80);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"funnel", "dropoff", "video", "quiz", "revenue"})
    void writesTheSameNumbersAsCsvForTheAuthorAlone(String table) {
        room.studied();

        var asJson = room.table(table, "?from=2026-09-01").json();
        var asCsv =
                room.as(room.author)
                        .with("Accept", "text/csv")
                        .get(room.path(table) + "?from=2026-09-01");

        assertThat(asCsv.header("Content-Type")).startsWith("text/csv");
        var lines = asCsv.body().lines().toList();
        var columns = lines.getFirst().split(",", -1);
        var items = asJson.has("steps") ? asJson.get("steps") : asJson.get("items");
        assertThat(items).isNotEmpty();
        assertThat(lines).hasSize(items.size() + 1);
        for (var row = 0; row < items.size(); row++) {
            var cells = lines.get(row + 1).split(",", -1);
            var item = items.get(row);
            assertThat(cells).hasSameSizeAs(columns);
            assertThat(columns).contains(item.propertyNames().toArray(String[]::new));
            for (var column = 0; column < columns.length; column++) {
                var value = item.has(columns[column]) ? item : asJson;
                assertThat(cells[column]).isEqualTo(value.get(columns[column]).asString());
            }
        }
        assertThat(new Client(port).get(room.path(table)).status()).isEqualTo(401);
        for (var role : List.of("learner", "instructor", "moderator", "support", "admin")) {
            var stranger = new Client(port).as(TestIdentity.tokenOf(UUID.randomUUID(), role));
            assertThat(stranger.get(room.path(table)).status()).isEqualTo(404);
        }
        assertThat(room.as(room.learner).get(room.path(table)).status()).isEqualTo(404);
    }

    @Test
    void refusesMoreThanFourHundredDays() {
        assertThat(room.table("funnel", "?from=2025-01-01&to=2026-02-04").status()).isEqualTo(200);
        var tooLong = room.table("funnel", "?from=2025-01-01&to=2026-02-05");

        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.code()).isEqualTo("RANGE_UNUSABLE");
        assertThat(room.table("funnel", "?from=2026-02-02&to=2026-02-01").status()).isEqualTo(400);
        assertThat(room.table("funnel", "?from=yesterday").status()).isEqualTo(400);
        assertThat(room.table("funnel", "?from=-999999999-01-01").status()).isEqualTo(400);
        assertThat(room.table("funnel", "?to=%2B999999999-12-31").status()).isEqualTo(400);
        assertThat(room.table("funnel", "?from=0001-01-01&to=0001-01-02").status()).isEqualTo(400);
        assertThat(room.table("revenue", "?currency=euro").status()).isEqualTo(400);
        assertThat(room.table("revenue", "?unknown=1").status()).isEqualTo(400);
    }
}
