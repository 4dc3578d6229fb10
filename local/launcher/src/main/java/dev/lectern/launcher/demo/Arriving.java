package dev.lectern.launcher.demo;

import dev.lectern.launcher.demo.Seed.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            return visitor.withNextToken();
        }
        return visitor;
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
        return stranger().signIn(person.email(), password);
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
