package dev.lectern.acceptance.people;

import dev.lectern.client.Client;
import dev.lectern.client.SignIn;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// Somebody with an account, as an API client acts for them.
public final class Person {

    /// Half of what a token lives.
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final URI origin;
    private final String name;
    private final String email;
    private final String password;
    private final SignIn signIn;
    private String token;
    private Instant fetchedAt;

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

    /// Fetches the next token, which carries the roles granted since.
    public synchronized Person again() {
        token = signIn.nextToken();
        fetchedAt = Instant.now();
        return this;
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
