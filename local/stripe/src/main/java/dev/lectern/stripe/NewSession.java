package dev.lectern.stripe;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What is asked for with a new checkout session, held against Stripe's rules.
record NewSession(Form form, List<Line> lines, Instant expiresAt) {

    /// What the payment will carry; Stripe keeps it with the session and never shows it there.
    static final String FOR_THE_PAYMENT = "payment_intent_data";

    private static final Duration SHORTEST = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int LONGEST_REFERENCE = 200;
    private static final long MOST = 99_999_999;

    record Line(String name, String currency, long unitAmount, long quantity) {

        long total() {
            return unitAmount * quantity;
        }
    }

    static NewSession of(Form form, Instant now) {
        if (!form.required("mode").equals("payment")) {
            throw StripeError.invalid(null, "mode", "The stand-in knows the mode payment only.");
        }
        requireUrl("success_url", form.required("success_url"));
        form.text("cancel_url").ifPresent(url -> requireUrl("cancel_url", url));
        if (form.text("client_reference_id").orElse("").length() > LONGEST_REFERENCE) {
            throw StripeError.invalid(
                    null,
                    "client_reference_id",
                    "client_reference_id must be at most " + LONGEST_REFERENCE + " characters.");
        }
        var lines = lines(form);
        requireAffordable(lines);
        return new NewSession(form, lines, expiresAt(form, now));
    }

    void writeTo(ObjectNode session) {
        session.put("mode", "payment")
                .put("ui_mode", "hosted_page")
                .put("status", "open")
                .put("payment_status", "unpaid")
                .putNull("payment_intent")
                .put("currency", lines.getFirst().currency())
                .put("amount_subtotal", total())
                .put("amount_total", total())
                .put("success_url", form.required("success_url"))
                .put("cancel_url", form.text("cancel_url").orElse(null))
                .put("client_reference_id", form.text("client_reference_id").orElse(null))
                .put("customer_email", form.text("customer_email").orElse(null))
                .put("expires_at", expiresAt.getEpochSecond());
        session.set("metadata", form.map("metadata"));
        session.set(FOR_THE_PAYMENT, form.map(FOR_THE_PAYMENT + "[metadata]"));
        var items =
                session.putObject("line_items")
                        .put("object", "list")
                        .put("has_more", false)
                        .putArray("data");
        for (Line line : lines) {
            items.addObject()
                    .put("object", "item")
                    .put("description", line.name())
                    .put("currency", line.currency())
                    .put("quantity", line.quantity())
                    .put("amount_subtotal", line.total())
                    .put("amount_total", line.total());
        }
    }

    private long total() {
        return lines.stream().mapToLong(Line::total).sum();
    }

    /// Each factor is held against the limit first, so that no product can be too large to be one.
    private static void requireAffordable(List<Line> lines) {
        long total = 0;
        for (var line : lines) {
            if (line.unitAmount() <= MOST && line.quantity() <= MOST) {
                total += Math.min(line.total(), MOST + 1);
            } else {
                total = MOST + 1;
            }
            if (total > MOST) {
                throw StripeError.invalid(
                        "amount_too_large",
                        "line_items",
                        "The Checkout Session's total amount must be no more than " + MOST + ".");
            }
        }
    }

    private static List<Line> lines(Form form) {
        var lines = new ArrayList<Line>();
        for (int i = 0; form.has("line_items[" + i + "]"); i++) {
            lines.add(line(form, "line_items[" + i + "]"));
        }
        if (lines.isEmpty()) {
            throw StripeError.required("line_items");
        }
        if (lines.stream().map(Line::currency).distinct().count() > 1) {
            throw StripeError.invalid(
                    null, "line_items", "All line items must have the same currency.");
        }
        return lines;
    }

    private static Line line(Form form, String item) {
        String price = item + "[price_data]";
        return new Line(
                form.required(price + "[product_data][name]"),
                currency(price + "[currency]", form.required(price + "[currency]")),
                atLeast(0, price + "[unit_amount]", form),
                atLeast(1, item + "[quantity]", form));
    }

    private static long atLeast(long least, String param, Form form) {
        long value = form.integer(param).orElseThrow(() -> StripeError.required(param));
        if (value < least) {
            throw StripeError.invalid(
                    "parameter_invalid_integer",
                    param,
                    "This value must be greater than or equal to " + least + ".");
        }
        return value;
    }

    private static String currency(String param, String code) {
        try {
            Currency.getInstance(code.toUpperCase(Locale.ROOT));
            return code.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException unknown) {
            throw StripeError.invalid(null, param, "Invalid currency: " + code + ".");
        }
    }

    private static Instant expiresAt(Form form, Instant now) {
        Optional<Instant> asked = form.integer("expires_at").map(Instant::ofEpochSecond);
        Instant created = Instant.ofEpochSecond(now.getEpochSecond());
        if (asked.filter(at -> at.isBefore(created.plus(SHORTEST))).isPresent()) {
            throw StripeError.invalid(
                    null,
                    "expires_at",
                    "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.");
        }
        if (asked.filter(at -> at.isAfter(created.plus(LONGEST))).isPresent()) {
            throw StripeError.invalid(
                    null,
                    "expires_at",
                    "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.");
        }
        return asked.orElse(created.plus(LONGEST));
    }

    /// A browser is sent there.
    private static void requireUrl(String param, String url) {
        try {
            String scheme = URI.create(url.replaceAll("[{}]", "")).getScheme();
            if ("http".equals(scheme) || "https".equals(scheme)) {
                return;
            }
        } catch (IllegalArgumentException unreadable) {
            // Refused below, as what has another scheme.
        }
        throw StripeError.invalid("url_invalid", param, "Not a valid URL");
    }
}
