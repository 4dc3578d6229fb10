package dev.lectern.auth;

import com.jayway.jsonpath.JsonPath;
import dev.lectern.client.SignIn;
import dev.lectern.embedded.ReceivedMail;
import dev.lectern.testing.Infrastructure;
import dev.lectern.testing.Part;
import dev.lectern.testing.ServiceTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Auth as it runs, asked over HTTP, with a mail server and a user service beside it. All tests
/// share one, so each makes its own people.
@ServiceTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        infrastructure = {Part.POSTGRES, Part.BROKER, Part.MAIL},
        classes = AuthServiceApplication.class,
        properties = {
            "lectern.auth.encryption-key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "lectern.clients.bff-secret=" + RunningAuth.BFF_SECRET,
            "lectern.clients.operator-secret=" + RunningAuth.OPERATOR_SECRET,
            "lectern.clients.service-secrets.course=" + RunningAuth.COURSE_SECRET,
            "lectern.clients.service-secrets.certificate=certificate-secret-of-the-tests",
            "db-scheduler.polling-interval=1s",
        })
@Import(RunningAuth.Time.class)
abstract class RunningAuth {

    static final String ORIGIN = "http://localhost:3000";
    static final String BFF_SECRET = "bff-secret-of-the-tests";
    static final String OPERATOR_SECRET = "operator-secret-of-the-tests";
    static final String COURSE_SECRET = "course-secret-of-the-tests";
    static final String PASSWORD = "seven blue bicycles";

    static final FakeUserService USER = FakeUserService.start();

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired MovableClock clock;

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        properties.add("lectern.services.user.url", USER::address);
    }

    @TestConfiguration
    static class Time {

        @Bean
        Clock clock() {
            return new MovableClock();
        }
    }

    @AfterEach
    void backToNow() {
        clock.reset();
        USER.comeBack();
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    static String someEmail() {
        return "person-" + UUID.randomUUID() + "@lectern.example";
    }

    /// A browser or program with a cookie jar of its own.
    Client client() {
        return new Client(address());
    }

    SignIn signIn() {
        return SignIn.at(address());
    }

    HttpResponse<String> register(String email, String password) {
        return register(email, password, UUID.randomUUID().toString());
    }

    HttpResponse<String> register(String email, String password, String key) {
        return client().json(
                        "POST",
                        "/api/v1/auth/register",
                        """
                        {"email": "%s", "password": "%s", "displayName": "Leo", "locale": "en",
                         "timeZone": "Europe/Berlin", "consents": [
                          {"document": "TERMS", "version": "1"}, {"document": "PRIVACY", "version": "1"}]}
                        """
                                .formatted(email, password),
                        "Idempotency-Key",
                        key);
    }

    HttpResponse<String> verify(String token) {
        return client().json("POST", "/api/v1/auth/verify", "{\"token\": \"" + token + "\"}");
    }

    /// Somebody who registered and confirmed the address.
    String somebody() {
        var email = someEmail();
        Assertions.assertThat(register(email, PASSWORD).statusCode()).isEqualTo(201);
        Assertions.assertThat(verify(tokenMailedTo(email)).statusCode()).isEqualTo(204);
        return email;
    }

    UUID idOf(String email) {
        return jdbc.sql("select id from account where email = :email")
                .param("email", email)
                .query(UUID.class)
                .single();
    }

    /// What was mailed to an address, the oldest first.
    static List<ReceivedMail> mailsTo(String email) {
        return Infrastructure.mail().receivedBy(email).reversed();
    }

    static List<ReceivedMail> awaitMails(String email, int count) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> mailsTo(email), mails -> mails.size() >= count);
    }

    /// The secret in the latest mail.
    static String tokenMailedTo(String email) {
        return tokenIn(awaitMails(email, 1).getLast());
    }

    static String tokenIn(ReceivedMail mail) {
        return mail.links().stream()
                .filter(link -> link.contains("?token="))
                .map(link -> link.substring(link.indexOf('=') + 1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no secret in " + mail));
    }

    /// What the token says.
    static JsonNode claims(String token) {
        var json = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return JsonMapper.shared().readTree(json);
    }

    static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    /// A token of a client for itself.
    HttpResponse<String> clientToken(String clientId, String secret, String scope) {
        return client().form(
                        "/oauth2/token",
                        Map.of("grant_type", "client_credentials", "scope", scope),
                        "Authorization",
                        basic(clientId, secret));
    }

    String operatorToken() {
        return JsonPath.read(
                clientToken("lectern-operator", OPERATOR_SECRET, "aud:auth").body(),
                "$.access_token");
    }

    static String basic(String user, String secret) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    static String codeOf(HttpResponse<String> problem) {
        return JsonPath.read(problem.body(), "$.code");
    }

    /// The events of an account in the order they happened.
    List<String> eventsOf(UUID account) {
        return jdbc.sql("select type from outbox where subject = :id order by sequence")
                .param("id", account)
                .query(String.class)
                .list();
    }

    /// Requests with a cookie jar; nothing is followed.
    static final class Client {

        private final URI address;
        private final CookieManager cookies = new CookieManager();
        private final HttpClient http =
                HttpClient.newBuilder()
                        .cookieHandler(cookies)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();

        private Client(URI address) {
            this.address = address;
        }

        HttpResponse<String> get(String path, String... headers) {
            return send(HttpRequest.newBuilder(address.resolve(path)).GET(), headers);
        }

        HttpResponse<String> delete(String path, String... headers) {
            return send(HttpRequest.newBuilder(address.resolve(path)).DELETE(), headers);
        }

        HttpResponse<String> json(String method, String path, String body, String... headers) {
            return send(
                    HttpRequest.newBuilder(address.resolve(path))
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body)),
                    headers);
        }

        HttpResponse<String> form(String path, Map<String, String> fields, String... headers) {
            return form(path, List.copyOf(fields.entrySet()), headers);
        }

        HttpResponse<String> form(
                String path, List<Map.Entry<String, String>> fields, String... headers) {
            var body =
                    fields.stream()
                            .map(field ->
                                    field.getKey()
                                            + "="
                                            + URLEncoder.encode(
                                                    field.getValue(), StandardCharsets.UTF_8))
                            .collect(Collectors.joining("&"));
            return raw(path, body, "application/x-www-form-urlencoded", headers);
        }

        HttpResponse<String> raw(String path, String body, String type, String... headers) {
            return post(path, HttpRequest.BodyPublishers.ofString(body), type, headers);
        }

        /// Sent in chunks, without telling the length.
        HttpResponse<String> chunked(String path, String body, String type) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            return post(
                    path,
                    HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)),
                    type);
        }

        private HttpResponse<String> post(
                String path, HttpRequest.BodyPublisher body, String type, String... headers) {
            return send(
                    HttpRequest.newBuilder(address.resolve(path))
                            .header("Content-Type", type)
                            .POST(body),
                    headers);
        }

        String cookie(String name) {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals(name))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .orElse("");
        }

        private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
            if (headers.length > 0) {
                request.headers(headers);
            }
            try {
                return http.send(request.build(), BodyHandlers.ofString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
