package dev.lectern.enrollment.enrolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.enrollment.Catalogue;
import dev.lectern.events.payment.OrderPaid;
import dev.lectern.events.payment.PriceChanged;
import dev.lectern.events.payment.RefundRejected;
import dev.lectern.events.payment.RefundSettled;
import dev.lectern.testing.ServiceTest;
import dev.lectern.testing.identity.TestIdentity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An order from the word that it is paid to the word that its money is back, as payment meets this
/// service.
@ServiceTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Catalogue.class)
class RefundingTest {

    @LocalServerPort int port;
    @Autowired Catalogue catalogue;
    @Autowired JdbcClient jdbc;

    private final UUID order = UUID.randomUUID();
    private final UUID learner = UUID.randomUUID();
    private Client service = new Client(0);
    private Client http = new Client(0);

    @BeforeEach
    void signIn() {
        service = new Client(port).as(TestIdentity.serviceTokenFor("enrollment"));
        http = new Client(port).as(TestIdentity.tokenOf(learner, "learner"));
    }

    @Test
    void takesAccessAtOnceAndTheSeatWhenTheMoneyIsBack() {
        var offer = paid(catalogue.courseFor(4900));
        var lesson =
                "/api/v1/access?courseId=%s&lessonId=%s"
                        .formatted(offer.courseId(), offer.lessons().getFirst());
        assertThat(http.get(lesson).json().get("allowed").asBoolean()).isTrue();

        assertThat(suspend(30).status()).isEqualTo(204);
        assertThat(suspend(30).status()).isEqualTo(204);

        assertThat(status()).isEqualTo("SUSPENDED");
        assertThat(http.get(lesson).json().get("allowed").asBoolean()).isFalse();
        assertThat(taken(offer)).isEqualTo(1);

        var settled = settled(offer);
        catalogue.neighbours().say(order, settled);
        catalogue.neighbours().say(order, settled);

        await().until(() -> status().equals("REVOKED"));
        assertThat(taken(offer)).isZero();
    }

    @Test
    void givesAccessBackWhenTheMoneyCannotBeSent() {
        var offer = paid(catalogue.courseFor(4900));
        suspend(null);

        catalogue
                .neighbours()
                .say(
                        order,
                        new RefundRejected(UUID.randomUUID(), order, learner, offer.courseId()));

        await().until(() -> status().equals("ACTIVE"));
        assertThat(taken(offer)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"30, 30, 204", "31, 30, 422", "100, , 204"})
    void isForThoseWhoHaveDoneLittle(int done, @Nullable Integer most, int status) {
        paid(catalogue.courseFor(4900));
        hasDone(done);

        var answer = suspend(most);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(status()).isEqualTo(status == 204 ? "SUSPENDED" : "ACTIVE");
        if (status == 422) {
            assertThat(answer.code()).isEqualTo("REFUND_NOT_ELIGIBLE");
            assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("CONSUMED");
        }
    }

    @Test
    void doesNotJudgeTwice() {
        paid(catalogue.courseFor(4900));
        suspend(30);
        hasDone(31);

        assertThat(suspend(30).status()).isEqualTo(204);
    }

    @Test
    void knowsOnlyOrdersThatGaveAccess() {
        assertThat(suspend(30).status()).isEqualTo(404);

        var offer = paid(catalogue.courseFor(4900));
        catalogue.neighbours().say(order, settled(offer));
        await().until(() -> status().equals("REVOKED"));

        assertThat(suspend(30).code()).isEqualTo("ENROLLMENT_NOT_IN_FORCE");
    }

    @Test
    void isForServicesAlone() {
        assertThat(http.put(path(), "{}").status()).isEqualTo(403);
    }

    @Test
    void keepsTheNewerPriceWhenTheyOvertakeEachOther() {
        var offer = catalogue.courseFor(4900);
        var course = offer.courseId();
        var older = catalogue.neighbours().letter(course, new PriceChanged(course, 100, "EUR"));
        var newer = catalogue.neighbours().letter(course, new PriceChanged(course, 0, "EUR"));

        catalogue.neighbours().send(newer);
        catalogue.awaitPrice(course, 0);
        catalogue.neighbours().send(older);
        await().until(() -> isHandled(older.id()));

        catalogue.awaitPrice(course, 0);
    }

    private Catalogue.Offer paid(Catalogue.Offer offer) {
        catalogue
                .neighbours()
                .say(
                        order,
                        new OrderPaid(
                                order,
                                learner,
                                offer.courseId(),
                                offer.runId(),
                                4900,
                                "EUR",
                                Instant.now()));
        await().until(() ->
                jdbc.sql("select exists (select 1 from enrollment where order_id = :order)")
                        .param("order", order)
                        .query(Boolean.class)
                        .single());
        return offer;
    }

    private RefundSettled settled(Catalogue.Offer offer) {
        return new RefundSettled(
                UUID.randomUUID(), order, learner, offer.courseId(), 4900, "EUR", Instant.now());
    }

    private void hasDone(int percent) {
        jdbc.sql(
                        """
                        insert into course_progress
                            (enrollment_id, version, learner_id, course_id, course_version, percent)
                        select id, 0, learner_id, course_id, course_version, :percent
                        from enrollment where order_id = :order
                        """)
                .param("percent", percent)
                .param("order", order)
                .update();
    }

    private Answer suspend(@Nullable Integer most) {
        return service.put(path(), "{\"maxPercent\": %s}".formatted(most));
    }

    private String path() {
        return "/internal/order-access/" + order + "/suspension";
    }

    private String status() {
        return jdbc.sql("select status from enrollment where order_id = :order")
                .param("order", order)
                .query(String.class)
                .single();
    }

    private int taken(Catalogue.Offer offer) {
        return jdbc.sql("select taken from run where id = :run")
                .param("run", offer.runId())
                .query(Integer.class)
                .single();
    }

    private boolean isHandled(UUID event) {
        return jdbc.sql("select exists (select 1 from inbox where event_id = :id)")
                .param("id", event)
                .query(Boolean.class)
                .single();
    }
}
