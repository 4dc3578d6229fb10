package dev.lectern.launcher.demo;

import dev.lectern.launcher.demo.Seed.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// Everybody gets an account and comes in: staff is appointed, all others register and follow the
/// link of the letter.
record Arriving(DemoPlatform platform, String password, AtomicInteger changes) {

    private static final List<Map<String, String>> CONSENTS =
            List.of(
                    Map.of("document", "TERMS", "version", "1"),
                    Map.of("document", "PRIVACY", "version", "1"));

    Visitor arrive(Person person) {
        var signedIn = signedIn(person);
        var visitor = Patience.until("profile of " + person.name(), () -> withProfile(signedIn));
        if (person.role().isStaff() && !visitor.is(person.role())) {
            appoint(person, Optional.empty());
        }
        return person.hasAuthenticator()
                ? withAuthenticator(person, visitor).withNextToken()
                : visitor;
    }

    /// Nothing that asks for a step-up can be done without one. The secret is kept before it is
    /// confirmed, so that an interruption locks nobody out.
    private Visitor withAuthenticator(Person person, Visitor visitor) {
        var enrolling = visitor.intending(UUID.randomUUID().toString());
        try {
            var secret =
                    enrolling.post("/api/v1/auth/mfa/totp", Map.of()).path("secret").asString();
            var authenticator = platform.authenticators().keep(person.email(), secret);
            enrolling.post(
                    "/api/v1/auth/mfa/totp/confirm", Map.of("code", authenticator.nextCode()));
            return visitor.with(authenticator);
        } catch (Refused refused) {
            if (refused.code().equals("MFA_ALREADY_ON")) {
                return visitor;
            }
            throw refused;
        }
    }

    private Visitor signedIn(Person person) {
        try {
            return signIn(person);
        } catch (Refused refused) {
            switch (refused.code()) {
                case "BAD_CREDENTIALS" -> openAccount(person);
                case "EMAIL_UNVERIFIED" ->
                        confirm(
                                person,
                                "/api/v1/auth/verify/resend",
                                Map.of("email", person.email()));
                default -> throw refused;
            }
            return signIn(person);
        }
    }

    private Visitor signIn(Person person) {
        var stranger = stranger();
        return platform.authenticators()
                .of(person.email())
                .map(stranger::with)
                .orElse(stranger)
                .signIn(person.email(), password);
    }

    private void openAccount(Person person) {
        if (person.role().isStaff()) {
            appoint(person, Optional.of(password));
            return;
        }
        confirm(
                person,
                "/api/v1/auth/register",
                Map.of(
                        "email", person.email(),
                        "password", password,
                        "displayName", person.name(),
                        "locale", person.locale(),
                        "timeZone", person.timeZone(),
                        "consents", CONSENTS));
    }

    private void confirm(Person person, String occasion, Map<String, Object> body) {
        var secret =
                Inbox.at(platform.control())
                        .secretAfter(person.email(), () -> stranger().post(occasion, body));
        stranger().post("/api/v1/auth/verify", Map.of("token", secret));
    }

    private void appoint(Person person, Optional<String> password) {
        platform.staff()
                .appoint(
                        person.role().onTheWire(),
                        person.email(),
                        password,
                        Optional.of(person.name()));
        changes.incrementAndGet();
    }

    private static Optional<Visitor> withProfile(Visitor visitor) {
        return visitor.find("/api/v1/users/me").map(profile -> visitor);
    }

    private Visitor stranger() {
        return Visitor.at(platform.frontDoor(), changes);
    }
}
