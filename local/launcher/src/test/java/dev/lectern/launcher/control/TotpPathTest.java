package dev.lectern.launcher.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Authenticator;
import dev.lectern.client.Client;
import dev.lectern.embedded.Broker;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TotpPathTest {

    private static final Authenticator ADAS = Authenticator.of("GEZDGNBVGY3TQOJQ");

    @Test
    void showsTheCodeOfNow() {
        try (var control = control()) {
            var before = ADAS.codeOfNow();

            var shown = new Client(control.port()).get("/totp?user=ada%40demo.example");

            assertThat(shown.status()).isEqualTo(200);
            assertThat(shown.text("code")).isIn(before, ADAS.codeOfNow());
        }
    }

    @Test
    void knowsNobodyElse() {
        try (var control = control()) {
            var client = new Client(control.port());

            assertThat(client.get("/totp?user=leo%40demo.example").code()).isEqualTo("NOT_FOUND");
            assertThat(client.get("/totp").code()).isEqualTo("NOT_FOUND");
            assertThat(client.get("/totp?user=").code()).isEqualTo("NOT_FOUND");
            assertThat(client.post("/totp?user=ada%40demo.example", "").status()).isEqualTo(405);
        }
    }

    private static ControlServer control() {
        return ControlServer.start(
                0,
                exchange -> exchange.close(),
                new NoServices(),
                Broker.external("broker.test", 5672, "ada", "secret", "/"),
                Optional.empty(),
                Optional.empty(),
                email -> email.equals("ada@demo.example") ? Optional.of(ADAS) : Optional.empty());
    }
}
