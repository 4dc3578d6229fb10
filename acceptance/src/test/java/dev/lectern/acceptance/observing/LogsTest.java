package dev.lectern.acceptance.observing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.courses.Device;
import dev.lectern.acceptance.courses.Purchases;
import dev.lectern.acceptance.courses.Studies;
import dev.lectern.acceptance.courses.Studio;
import dev.lectern.acceptance.people.Browser;
import dev.lectern.acceptance.people.Cast;
import dev.lectern.acceptance.people.Mailbox;
import dev.lectern.acceptance.platform.OnPlatform;
import dev.lectern.acceptance.platform.Platform;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// One enrollment can be followed through all services, and nobody's secrets are in the logs.
@OnPlatform
class LogsTest {

    private static final Duration EFFECT = Duration.ofSeconds(10);
    private static final String[] SERVICES = {
        "gateway", "auth", "user", "course", "content", "enrollment", "certificate", "payment"
    };

    @Test
    void followOneRequestIntoEveryServiceThatHandledWhatCameOfIt(Platform platform, Cast cast) {
        var course =
                new Studio(cast.instructor("Ines"), cast.moderator()).published("Traced", "First");
        var leo = cast.learner("Leo");
        var logs = Logs.of(platform);

        var enrolled = new Studies(leo, course).asksForASeat();
        var completed = new Device(leo).completes(course.lessonIds().getFirst());

        await("the traces have arrived")
                .atMost(EFFECT)
                .untilAsserted(() -> {
                    assertThat(logs.servicesOf(enrolled.header("Trace-Id"), SERVICES))
                            .contains("gateway", "enrollment", "content", "course");
                    assertThat(logs.servicesOf(completed.header("Trace-Id"), SERVICES))
                            .contains("gateway", "enrollment", "content", "certificate");
                });
    }

    @Test
    void followOnePurchaseFromTheOrderToTheSeatAndBeyondTheProvider(Platform platform, Cast cast) {
        var course =
                new Studio(cast.instructor("Ines"), cast.moderator())
                        .priced(4_900, "Traced and sold", "First");
        var purchases = new Purchases(platform, cast.learner("Leo"));
        var logs = Logs.of(platform);
        var placed =
                await("payment knows what is for sale")
                        .atMost(EFFECT)
                        .until(
                                () -> purchases.wants(course.runId()),
                                answer -> answer.status() == 201);
        var order = placed.text("id");
        assertThat(purchases.goesToPay(order).status()).isEqualTo(200);
        purchases.presses("pay", order);
        purchases.awaitStatus(order, "FULFILLED");

        await("the trace has arrived")
                .atMost(EFFECT)
                .untilAsserted(() -> {
                    var trace = placed.header("Trace-Id");
                    assertThat(logs.servicesOf(trace, SERVICES))
                            .contains("gateway", "payment", "enrollment", "content", "course");
                    assertThat(logs.linesWith(trace))
                            .anyMatch(line -> line.contains("payment.order-paid.v1 told"))
                            .anyMatch(line -> line.contains("enrollment.granted.v1 told"));
                });
    }

    @Test
    void areOneJsonObjectALine(Platform platform, Cast cast) {
        cast.learner("Leo");

        for (var service : SERVICES) {
            assertThat(Logs.of(platform).of(service))
                    .as(service)
                    .isNotEmpty()
                    .allSatisfy(line ->
                            assertThatCode(() -> JsonMapper.shared().readTree(line))
                                    .doesNotThrowAnyException());
        }
    }

    @Test
    void holdNoAddressPasswordOrToken(Platform platform, Cast cast) {
        var email = Cast.addressOf("Canary");
        cast.register("Canary", email);
        var mailed = new Mailbox(platform.control(), email).tokenFor("/confirm-email");
        cast.confirm(email);
        var canary = cast.signedIn("Canary", email);
        new Browser(platform.frontDoor()).signsIn(canary, "/");
        canary.api().get("/api/v1/users/me?email=" + email);
        canary.api().post("/api/v1/instructor-applications", "{\"" + email + "\": 1}");

        var signature = canary.token().substring(canary.token().lastIndexOf('.') + 1);
        assertThat(Logs.of(platform).linesWith(nameOf(email))).isEmpty();
        assertThat(Logs.of(platform).linesWith(Cast.PASSWORD)).isEmpty();
        assertThat(Logs.of(platform).linesWith(mailed)).isEmpty();
        assertThat(Logs.of(platform).linesWith(signature)).isEmpty();
    }

    private static String nameOf(String email) {
        return email.substring(0, email.indexOf('@'));
    }
}
