package dev.lectern.acceptance.people;

import dev.lectern.client.Client;
import dev.lectern.client.SignIn;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/// Somebody with an account, as an API client acts for them.
public final class Person {

    private final URI origin;
    private final String name;
    private final String email;
    private final String password;
    private final SignIn signIn;
    private String token;

    Person(URI origin, String name, String email, String password) {
        this.origin = origin;
        this.name = name;
        this.email = email;
        this.password = password;
        this.signIn = SignIn.at(origin);
        this.token = signIn.token(email, password);
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

    public String token() {
        return token;
    }

    /// Calls in this person's name.
    public Client api() {
        return new Client(origin.toString(), Map.of("Content-Type", "application/json")).as(token);
    }

    /// The same with a key of its own, for one intent.
    public Client intending() {
        return api().withKey(UUID.randomUUID().toString());
    }

    /// Fetches the next token, which carries the roles granted since.
    public Person again() {
        token = signIn.nextToken();
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
