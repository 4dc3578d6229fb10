package dev.lectern.launcher.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.launcher.Failure;
import dev.lectern.launcher.platform.FreePorts;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentsTest {

    @TempDir Path directory;

    @Test
    void areTakenByAStandInWithKeysOfItsOwn() {
        var ports = FreePorts.plan();
        var payments = start(ports, Map.of());
        payments.standIn().orElseThrow().close();

        assertThat(payments.settings())
                .containsEntry("lectern.stripe.api-base", ports.paymentPage().toString())
                .hasEntrySatisfying(
                        "lectern.stripe.secret-key", key -> assertThat(key).startsWith("sk_test_"))
                .hasEntrySatisfying(
                        "lectern.stripe.webhook-secret",
                        secret -> assertThat(secret).startsWith("whsec_"));
        var later = start(ports, Map.of());
        later.standIn().orElseThrow().close();
        assertThat(later.keys()).isEqualTo(payments.keys());
    }

    @Test
    void areTakenByStripeWhereTheEnvironmentHasBothKeys() {
        var payments =
                start(
                        new PortPlan(0),
                        Map.of("STRIPE_SECRET_KEY", "sk_live", "STRIPE_WEBHOOK_SECRET", "whsec"));

        assertThat(payments.standIn()).isEmpty();
        assertThat(payments.settings())
                .containsOnly(
                        Map.entry("lectern.stripe.secret-key", "sk_live"),
                        Map.entry("lectern.stripe.webhook-secret", "whsec"));
    }

    @ParameterizedTest
    @CsvSource({
        "STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET",
        "STRIPE_WEBHOOK_SECRET, STRIPE_SECRET_KEY"
    })
    void areRefusedWithHalfAnAccount(String given, String missing) {
        assertThatThrownBy(() -> Payments.areStoodInFor(Map.of(given, "x")))
                .isInstanceOf(Failure.class)
                .hasMessage(
                        "%s is set and %s is not; set both to use Stripe, or none to use the stand-in",
                        given, missing);
    }

    private Payments start(PortPlan ports, Map<String, String> environment) {
        var home = new Home(directory);
        return Payments.start(environment, home, ports, new Secrets(home.secrets()));
    }
}
