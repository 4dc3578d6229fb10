package dev.lectern.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.gateway.Client.Answer;
import org.junit.jupiter.api.Test;

/// What the cookies are bound to.
class CookiesTest {

    private static final TestPlatform PLATFORM = TestPlatform.behindAProxy();

    private final Client client = PLATFORM.client();

    @Test
    void areBoundToTheHostUnderHttps() {
        Answer answer = client.get("/bff/login");
        Answer session = client.get("/bff/session");

        assertThat(answer.headers("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("__Host-lectern=")
                .contains("Secure", "Path=/")
                .doesNotContain("Domain");
        assertThat(session.headers("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("XSRF-TOKEN=")
                .contains("Secure");
    }
}
