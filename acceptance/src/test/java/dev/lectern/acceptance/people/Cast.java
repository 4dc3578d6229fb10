package dev.lectern.acceptance.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.platform.Operator;
import dev.lectern.acceptance.platform.Platform;
import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Brings people onto a platform. Staff is appointed once and shared; everybody else is new each
/// time, so that no journey stands in the way of another.
public final class Cast {

    /// What everybody here signs in with.
    public static final String PASSWORD = "correct horse battery staple 7";

    private static final Duration EFFECT = Duration.ofSeconds(10);

    private final Platform platform;
    private final Map<String, Person> staff = new ConcurrentHashMap<>();

    public Cast(Platform platform) {
        this.platform = platform;
    }

    /// Where they are brought.
    public Platform platform() {
        return platform;
    }

    /// Calls in nobody's name.
    public Client anonymous() {
        return new Client(
                platform.frontDoor().toString(), Map.of("Content-Type", "application/json"));
    }

    public Person admin() {
        return staff("admin");
    }

    public Person moderator() {
        return staff("moderator");
    }

    public Person support() {
        return staff("support");
    }

    /// A person who has registered, confirmed the address and signed in.
    public Person learner(String name) {
        var email = addressOf(name);
        expect(201, register(name, email));
        expect(204, confirm(email));
        return signedIn(name, email);
    }

    /// A learner whose application to teach was approved.
    public Person instructor(String name) {
        var person = learner(name);
        var application =
                person.intending()
                        .post(
                                "/api/v1/instructor-applications",
                                """
                                {"headline": "Teaches", "biography": "Has taught for years."}
                                """);
        expect(201, application);
        var decision =
                admin().steppedUp()
                        .post(
                                "/api/v1/admin/instructor-applications/"
                                        + application.text("id")
                                        + "/approve",
                                "{}");
        expect(200, decision);
        await("the next token carries the role")
                .atMost(EFFECT)
                .until(() -> person.again().hasRole("instructor"));
        return person;
    }

    public Answer register(String name, String email) {
        return anonymous()
                .withKey(UUID.randomUUID().toString())
                .post(
                        "/api/v1/auth/register",
                        """
                        {"email": "%s", "password": "%s", "displayName": "%s", "locale": "en",
                         "timeZone": "Europe/Berlin",
                         "consents": [{"document": "TERMS", "version": "1"},
                                      {"document": "PRIVACY", "version": "1"}]}
                        """
                                .formatted(email, PASSWORD, name));
    }

    /// Uses the link in the mail.
    public Answer confirm(String email) {
        var token = new Mailbox(platform.control(), email).tokenFor("/confirm-email");
        return anonymous().post("/api/v1/auth/verify", "{\"token\": \"" + token + "\"}");
    }

    public Person signedIn(String name, String email) {
        return new Person(platform.frontDoor(), name, email, PASSWORD);
    }

    /// An address nobody has had before.
    public static String addressOf(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")
                + "."
                + UUID.randomUUID()
                + "@lectern.test";
    }

    private static void expect(int status, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    }

    /// Somebody who has just been appointed, with the second factor staff needs, for a test that
    /// must not share staff with others.
    public Person appointed(String role) {
        var email = addressOf(role);
        new Operator(platform).appoint(role, email, PASSWORD);
        return signedIn(role, email).withAuthenticator();
    }

    private Person staff(String role) {
        return staff.computeIfAbsent(role, this::appointed);
    }
}
