package dev.lectern.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The pages a buyer sees. Whatever comes from a session is escaped.
final class PageHtml {

    private static final String LAYOUT = resource("page.html");

    private PageHtml() {}

    static String of(ObjectNode session, boolean declined) {
        return switch (Store.text(session, "status")) {
            case "complete" ->
                    page("Already paid", order(session) + "<p>This order has been paid.</p>");
            case "expired" ->
                    page("This payment has expired", "<p>Go back to the shop and start again.</p>");
            default -> open(session, declined);
        };
    }

    static String unknown() {
        return page("No such payment", "<p>Go back to the shop and start again.</p>");
    }

    static String all(List<ObjectNode> sessions) {
        String lines = sessions.stream().map(PageHtml::listed).collect(Collectors.joining("\n"));
        return page(
                "Payments", sessions.isEmpty() ? "<p>No order yet.</p>" : "<dl>" + lines + "</dl>");
    }

    private static String listed(ObjectNode session) {
        return "<div><dt><a href=\"/pay/%s\">%s</a></dt><dd>%s</dd></div>"
                .formatted(
                        Store.text(session, "id"),
                        escape(session.at("/line_items/data/0/description").asString("")),
                        switch (Store.text(session, "status")) {
                            case "complete" -> "paid";
                            case "expired" -> "expired";
                            default -> "open";
                        });
    }

    private static String open(ObjectNode session, boolean declined) {
        String problem =
                declined
                        ? "<p class=\"notice problem\" role=\"alert\">%s</p>"
                                .formatted(Buying.DECLINED)
                        : "";
        String price =
                Price.of(session.path("amount_total").asLong(), Store.text(session, "currency"));
        String cancel =
                session.hasNonNull("cancel_url") ? form(session, "cancel", "quiet", "Cancel") : "";
        return page(
                (declined ? "Declined: " : "") + "Pay your order",
                problem
                        + order(session)
                        + form(session, "pay", "first", "Pay " + escape(price))
                        + form(session, "decline", "quiet", "Decline the card")
                        + cancel);
    }

    private static String order(ObjectNode session) {
        String currency = Store.text(session, "currency");
        String lines =
                session.path("line_items")
                        .path("data")
                        .valueStream()
                        .map(line -> line(line, currency))
                        .collect(Collectors.joining("\n"));
        return """
        <dl>
        %s
        <div class="total"><dt>Total</dt><dd>%s</dd></div>
        </dl>
        """
                .formatted(
                        lines, escape(Price.of(session.path("amount_total").asLong(), currency)));
    }

    private static String line(JsonNode line, String currency) {
        long quantity = line.path("quantity").asLong();
        return "<div><dt>%s%s</dt><dd>%s</dd></div>"
                .formatted(
                        escape(Store.text(line, "description")),
                        quantity > 1 ? " × " + quantity : "",
                        escape(Price.of(line.path("amount_total").asLong(), currency)));
    }

    private static String form(ObjectNode session, String action, String look, String words) {
        return """
        <form method="post" action="/pay/%s/%s"><button class="%s">%s</button></form>
        """
                .formatted(Store.text(session, "id"), action, look, words);
    }

    /// The title says first what a reader of a new page must know.
    private static String page(String title, String content) {
        return LAYOUT.replace("{title}", title)
                .replace("{heading}", title.replace("Declined: ", ""))
                .replace("{content}", content);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(PageHtml.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
