package dev.lectern.acceptance.people;

import static org.awaitility.Awaitility.await;

import dev.lectern.client.Client;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// The mail a person has received.
public record Mailbox(URI control, String address) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// The token in the newest link to this page, once it has come.
    public String tokenFor(String page) {
        return tokenAfter("", page);
    }

    /// The token in a newer link than the one that carried this token.
    public String tokenAfter(String token, String page) {
        return await("a mail to " + address + " with a link to " + page)
                .atMost(PATIENCE)
                .until(() -> newestTokenFor(page), newest -> !newest.equals(token));
    }

    /// All of it, newest first.
    public JsonNode received() {
        var to = URLEncoder.encode(address, StandardCharsets.UTF_8);
        return new Client(control.toString(), Map.of()).get("/mail?to=" + to).json();
    }

    private String newestTokenFor(String page) {
        var start = page + "?token=";
        return StreamSupport.stream(received().spliterator(), false)
                .flatMap(mail -> mail.path("links").valueStream())
                .map(JsonNode::asString)
                .filter(link -> link.contains(start))
                .map(link -> link.substring(link.indexOf(start) + start.length()))
                .findFirst()
                .orElse("");
    }
}
