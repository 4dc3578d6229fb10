package dev.lectern.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// One API client that signs a person in the way every API client does: authorization code with
/// PKCE in five requests, JSON in place of pages. It keeps the login cookie, so further tokens need
/// no password. Works against auth alone and through the gateway.
public final class SignIn {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int CODES = 4;
    private static final String REDIRECT = "http://127.0.0.1:49152/callback";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI origin;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(PATIENCE)
                    .build();

    private SignIn(URI origin) {
        this.origin = origin;
    }

    /// A client without any cookie yet.
    public static SignIn at(URI origin) {
        return new SignIn(origin);
    }

    /// An access token for a person who signs in now.
    public String token(String email, String password) {
        return begin().password(email, password).finish();
    }

    /// The same for a person with a second factor.
    public String token(String email, String password, Authenticator authenticator) {
        return begin().password(email, password).code(authenticator).finish();
    }

    /// Another access token for the person who signed in before, without a password.
    public String nextToken() {
        var attempt = new Attempt();
        return attempt.exchange(expectRedirect(get(attempt.authorizeUri())));
    }

    /// The same for a person who turned a second factor on since.
    public String nextToken(Authenticator authenticator) {
        var attempt = new Attempt();
        var to = expectRedirect(get(attempt.authorizeUri()));
        return to.getPath().equals("/login/totp")
                ? new Granted(attempt, "/login/totp").code(authenticator).finish()
                : attempt.exchange(to);
    }

    /// Whether the login cookie still opens the door.
    public boolean isSignedIn() {
        var answer = expectRedirect(get(new Attempt().authorizeUri()));
        return !answer.getPath().startsWith("/login");
    }

    /// Begins step by step, for those who want to see a refusal.
    public Attempt begin() {
        var attempt = new Attempt();
        var toLogin = expectRedirect(get(attempt.authorizeUri()));
        if (!toLogin.getPath().equals("/login")) {
            throw new UnexpectedAnswer("expected the sign-in, got " + toLogin);
        }
        return attempt;
    }

    /// One walk through the steps.
    public final class Attempt {

        private final String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
        private final String state = UUID.randomUUID().toString();

        private Attempt() {}

        /// Sends the password and expects to be let on.
        public Granted password(String email, String password) {
            var answer = answerTo(email, password);
            if (answer.statusCode() != 200) {
                throw new UnexpectedAnswer(
                        "sign-in refused: " + answer.statusCode() + " " + answer.body());
            }
            return new Granted(this, field("next", answer));
        }

        /// Sends the password and hands back whatever came.
        public HttpResponse<String> answerTo(String email, String password) {
            var form = get(origin.resolve("/login"));
            var csrf = field("csrfToken", form);
            return post("/login", Map.of("username", email, "password", password, "_csrf", csrf));
        }

        private URI authorizeUri() {
            var query = new LinkedHashMap<String, String>();
            query.put("response_type", "code");
            query.put("client_id", "lectern-cli");
            query.put("redirect_uri", REDIRECT);
            query.put("scope", "openid");
            query.put("state", state);
            query.put("code_challenge", challenge(verifier));
            query.put("code_challenge_method", "S256");
            return origin.resolve("/oauth2/authorize?" + encode(query));
        }

        private String exchange(URI callback) {
            var answer = parametersOf(callback);
            if (!state.equals(answer.get("state")) || answer.get("code") == null) {
                throw new UnexpectedAnswer("no code came back: " + callback);
            }
            var token =
                    post(
                            "/oauth2/token",
                            Map.of(
                                    "grant_type",
                                    "authorization_code",
                                    "client_id",
                                    "lectern-cli",
                                    "redirect_uri",
                                    REDIRECT,
                                    "code",
                                    answer.get("code"),
                                    "code_verifier",
                                    verifier));
            if (token.statusCode() != 200) {
                throw new UnexpectedAnswer("no token: " + token.statusCode() + " " + token.body());
            }
            return field("access_token", token);
        }
    }

    /// The password was right; what remains is to fetch the token.
    public final class Granted {

        private final Attempt attempt;
        private final String next;

        private Granted(Attempt attempt, String next) {
            this.attempt = attempt;
            this.next = next;
        }

        /// Shows codes until one was not used before: another program may have the same secret.
        public Granted code(Authenticator authenticator) {
            for (var i = 1; i < CODES; i++) {
                var answer = answerTo(authenticator.nextCode());
                if (answer.statusCode() == 200) {
                    return new Granted(attempt, field("next", answer));
                }
            }
            return code(authenticator.nextCode());
        }

        /// Sends a code of the second factor and expects to be let on.
        public Granted code(String code) {
            var answer = answerTo(code);
            if (answer.statusCode() != 200) {
                throw new UnexpectedAnswer(
                        "code refused: " + answer.statusCode() + " " + answer.body());
            }
            return new Granted(attempt, field("next", answer));
        }

        /// Sends a code and hands back whatever came.
        public HttpResponse<String> answerTo(String code) {
            var csrf = field("csrfToken", get(origin.resolve("/login/totp")));
            return post("/login/totp", Map.of("code", code, "_csrf", csrf));
        }

        /// Where the sign-in goes on.
        public String next() {
            return next;
        }

        public String finish() {
            return attempt.exchange(expectRedirect(get(origin.resolve(next))));
        }
    }

    private HttpResponse<String> get(URI uri) {
        return send(HttpRequest.newBuilder(uri).GET());
    }

    private HttpResponse<String> post(String path, Map<String, String> form) {
        return send(
                HttpRequest.newBuilder(origin.resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encode(form))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(
                    request.header("Accept", "application/json").timeout(PATIENCE).build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while signing in", e);
        }
    }

    private static String field(String name, HttpResponse<String> answer) {
        var value = JSON.readTree(answer.body()).path(name).asString("");
        if (value.isEmpty()) {
            throw new UnexpectedAnswer(
                    "no "
                            + name
                            + " in "
                            + answer.statusCode()
                            + " from "
                            + answer.uri().getPath());
        }
        return value;
    }

    private URI expectRedirect(HttpResponse<String> answer) {
        if (answer.statusCode() != 302) {
            throw new UnexpectedAnswer(
                    "expected a redirect, got " + answer.statusCode() + " " + answer.body());
        }
        return origin.resolve(answer.headers().firstValue("Location").orElseThrow());
    }

    private static Map<String, String> parametersOf(URI uri) {
        if (uri.getRawQuery() == null) {
            return Map.of();
        }
        return Arrays.stream(uri.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter ->
                        parameter.getKey()
                                + "="
                                + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String challenge(String verifier) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
