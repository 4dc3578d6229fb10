package dev.lectern.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest extends RunningAuth {

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/bff/callback",
                "http://localhost:3000.evil.example/bff/callback",
                "http://localhost:3000@evil.example/bff/callback",
                "http://localhost:3000/bff/callback/../evil",
                "http://localhost:3000/bff/callback/",
                "http://localhost:3000/bff/callback?next=evil",
                "http://localhost:3000/bff/callback#fragment",
                "http://localhost:3001/bff/callback",
                "https://localhost:3000/bff/callback",
                "http://127.0.0.1:49152/callback",
                "javascript:alert(1)",
                "//evil.example/bff/callback"
            })
    void ofTheBrowserLeadsToItsGatewayAndNowhereElse(String target) {
        refuses(authorize("bff", target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:49152/callback",
                "http://127.0.0.1.evil.example:49152/callback",
                "http://127.0.0.1:49152/other",
                "http://127.0.0.2:49152/callback",
                "https://127.0.0.1:49152/callback",
                "http://user@127.0.0.1:49152/callback",
                "http://localhost:3000/bff/callback"
            })
    void ofAProgramLeadsToThisMachineAndNowhereElse(String target) {
        refuses(authorize("lectern-cli", target));
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 49152, 65535})
    void ofAProgramMayLeadToAnyPort(int port) {
        var answer = authorize("lectern-cli", "http://127.0.0.1:" + port + "/callback");

        assertThat(answer.headers().firstValue("Location")).contains("/login");
    }

    @Test
    void needsProofOfTheChallenge() {
        var without = client().get(uri("lectern-cli", "http://127.0.0.1:49152/callback"));
        var plain =
                client().get(
                                uri("lectern-cli", "http://127.0.0.1:49152/callback")
                                        + "&code_challenge=abc&code_challenge_method=plain");

        assertThat(without.headers().firstValue("Location").orElseThrow())
                .startsWith("http://127.0.0.1:49152/callback?error=invalid_request");
        assertThat(plain.headers().firstValue("Location").orElseThrow())
                .startsWith("http://127.0.0.1:49152/callback?error=invalid_request");
    }

    @Test
    void afterSigningOutLeadsHomeAndNowhereElse() {
        var answer =
                client().get(
                                "/connect/logout?client_id=bff&post_logout_redirect_uri="
                                        + encoded("https://evil.example/"));

        refuses(answer);
    }

    @Test
    void afterSigningInIgnoresWhereARequestAsksToGo() {
        var client = client();
        var csrf = client.get("/login?next=https://evil.example", "Accept", "application/json");

        var answer =
                client.form(
                        "/login?next=https://evil.example&continue=https://evil.example",
                        Map.of(
                                "username",
                                somebody(),
                                "password",
                                PASSWORD,
                                "_csrf",
                                com.jayway.jsonpath.JsonPath.read(csrf.body(), "$.csrfToken")));

        assertThat(answer.headers().firstValue("Location")).contains("/");
    }

    @Test
    void believesNoForwardedHost() {
        var answer =
                client().get(
                                uri("bff", ORIGIN + "/bff/callback")
                                        + "&code_challenge_method=S256&code_challenge="
                                        + CHALLENGE,
                                "X-Forwarded-Host",
                                "evil.example",
                                "X-Forwarded-Proto",
                                "https");

        assertThat(answer.headers().firstValue("Location")).contains("/login");
    }

    private HttpResponse<String> authorize(String client, String target) {
        return client().get(
                        uri(client, target)
                                + "&code_challenge_method=S256&code_challenge="
                                + CHALLENGE);
    }

    private static String uri(String client, String target) {
        return "/oauth2/authorize?response_type=code&scope=openid&state=s&client_id="
                + client
                + "&redirect_uri="
                + encoded(target);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void refuses(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }
}
