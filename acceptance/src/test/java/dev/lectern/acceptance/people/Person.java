package dev.lectern.acceptance.people;

import dev.lectern.client.Answer;
import dev.lectern.client.Authenticator;
import dev.lectern.client.Client;
import dev.lectern.client.SignIn;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Somebody with an account, as an API client acts for them.
public final class Person {

    /// Half of what a token lives.
    private static final Duration FRESH = Duration.ofMinutes(5);

    /// Less than a step-up is good for.
    private static final Duration PROVEN = Duration.ofMinutes(3);

    private final URI origin;
    private final String name;
    private final String email;
    private final String password;
    private final SignIn signIn;
    private final Deque<String> recoveryCodes = new ArrayDeque<>();
    private @Nullable Authenticator authenticator;
    private String token;
    private Instant fetchedAt;
    private @Nullable String proof;
    private Instant provenAt = Instant.EPOCH;

    Person(URI origin, String name, String email, String password) {
        this.origin = origin;
        this.name = name;
        this.email = email;
        this.password = password;
        this.signIn = SignIn.at(origin);
        this.token = signIn.token(email, password);
        this.fetchedAt = Instant.now();
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    public String password() {
        return password;
    }

    /// A token that is good for a while: a run takes longer than one lives.
    public synchronized String token() {
        if (fetchedAt.plus(FRESH).isBefore(Instant.now())) {
            again();
        }
        return token;
    }

    /// Calls in this person's name.
    public Client api() {
        return new Client(origin.toString(), Map.of("Content-Type", "application/json"))
                .as(token());
    }

    /// The same with a key of its own, for one intent.
    public Client intending() {
        return api().withKey(UUID.randomUUID().toString());
    }

    /// Calls in this person's name after having proven it once more.
    public Client proven() {
        return api().with("Step-Up", proof());
    }

    /// The same with a key of its own, for one intent.
    public Client steppedUp() {
        return proven().withKey(UUID.randomUUID().toString());
    }

    /// Turns a second factor on, and signs in with it.
    public synchronized Person withAuthenticator() {
        if (authenticator == null) {
            var begun = intending().post("/api/v1/auth/mfa/totp", "");
            expect(201, begun);
            var enrolled = Authenticator.of(begun.text("secret"));
            var confirmed =
                    intending()
                            .post(
                                    "/api/v1/auth/mfa/totp/confirm",
                                    "{\"code\": \"%s\"}".formatted(enrolled.nextCode()));
            expect(200, confirmed);
            confirmed
                    .json()
                    .path("recoveryCodes")
                    .valueStream()
                    .map(JsonNode::asString)
                    .forEach(recoveryCodes::add);
            authenticator = enrolled;
            again();
        }
        return this;
    }

    public synchronized Authenticator authenticator() {
        return Objects.requireNonNull(authenticator, "none was turned on");
    }

    /// Fetches the next token, which carries the roles granted since.
    public synchronized Person again() {
        token = authenticator == null ? signIn.nextToken() : signIn.nextToken(authenticator);
        fetchedAt = Instant.now();
        return this;
    }

    /// With a code where there is an authenticator. The recovery codes go first, for with one of
    /// them nobody waits half a minute for the next.
    private synchronized String proof() {
        if (proof == null || provenAt.plus(PROVEN).isBefore(Instant.now())) {
            var answer = api().post("/api/v1/auth/step-up", shown());
            if (answer.status() == 403) {
                // Staff whose second factor was turned off by a test has to turn on another.
                recoveryCodes.clear();
                authenticator = null;
                answer = withAuthenticator().api().post("/api/v1/auth/step-up", shown());
            }
            expect(200, answer);
            proof = answer.text("stepUpToken");
            provenAt = Instant.now();
        }
        return proof;
    }

    private String shown() {
        if (authenticator == null) {
            return "{\"password\": \"%s\"}".formatted(password);
        }
        var code = recoveryCodes.isEmpty() ? authenticator.nextCode() : recoveryCodes.removeFirst();
        return "{\"code\": \"%s\"}".formatted(code);
    }

    private static void expect(int status, Answer answer) {
        if (answer.status() != status) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
    }

    public boolean hasRole(String role) {
        return api().get("/api/v1/users/me")
                .json()
                .path("roles")
                .valueStream()
                .anyMatch(granted -> granted.asString().equals(role));
    }

    /// Who this is to the platform.
    public UUID id() {
        return UUID.fromString(api().get("/api/v1/users/me").text("id"));
    }

    @Override
    public String toString() {
        return name;
    }
}
