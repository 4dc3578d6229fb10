package dev.lectern.launcher.demo;

import dev.lectern.client.Client;
import dev.lectern.launcher.Failure;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// The mail inbox of the control port.
record Inbox(Client control) {

    private static final Pattern CONFIRMATION = Pattern.compile(".*/confirm-email\\?token=(.+)");

    static Inbox at(URI control) {
        return new Inbox(new Client(control.toString(), Map.of()));
    }

    /// Has a letter written and takes the secret out of its link.
    String secretAfter(String email, Runnable occasion) {
        int before = to(email).size();
        occasion.run();
        var letters =
                Patience.until(
                        "letter to " + email,
                        () -> Optional.of(to(email)).filter(all -> all.size() > before));
        // The newest come first, and of something else somebody may have been told meanwhile.
        return letters.subList(0, letters.size() - before).stream()
                .flatMap(letter -> letter.path("links").valueStream())
                .map(link -> CONFIRMATION.matcher(link.asString()))
                .filter(Matcher::matches)
                .map(link -> link.group(1))
                .findFirst()
                .orElseThrow(() ->
                        new Failure(
                                email
                                        + " has an account with another password; change it back,"
                                        + " or start anew with ./lectern reset"));
    }

    private List<JsonNode> to(String email) {
        return control.get("/mail?to=" + email).json().valueStream().toList();
    }
}
