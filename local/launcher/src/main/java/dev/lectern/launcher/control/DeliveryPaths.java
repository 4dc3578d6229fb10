package dev.lectern.launcher.control;

import dev.lectern.stripe.Delivered;
import dev.lectern.stripe.Deliveries;
import dev.lectern.stripe.StripeStandIn;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// `POST /stripe/deliveries`: the events of an order come once more, in ways Stripe's do.
final class DeliveryPaths extends ControlPaths {

    private static final int MOST = 100;

    private final Optional<StripeStandIn> stripe;

    DeliveryPaths(Optional<StripeStandIn> stripe) {
        super("/stripe/deliveries");
        this.stripe = stripe;
    }

    private enum Order {
        IN_ORDER,
        REVERSED
    }

    private record Wish(
            @Nullable String orderId,
            @Nullable Integer times,
            @Nullable Order order,
            @Nullable Boolean forged) {}

    @Override
    Answer obey(MatchResult path, String body) {
        return stripe.map(standIn -> deliver(standIn, body)).orElseGet(CheckoutPaths::external);
    }

    private static Answer deliver(StripeStandIn standIn, String body) {
        return read(body)
                .map(wish ->
                        standIn.deliver(wish)
                                .<Answer>map(DeliveryPaths::told)
                                .orElseGet(() -> CheckoutPaths.unknown(wish.checkout())))
                .orElseGet(() ->
                        new Answer.Refused(
                                400,
                                "INVALID",
                                "Send {\"orderId\", \"times\": 1 to %d, \"order\": IN_ORDER or REVERSED, \"forged\": true or false}."
                                        .formatted(MOST)));
    }

    private static Answer told(Delivered delivered) {
        return new Answer.Told(Map.of("sent", delivered.sent(), "taken", delivered.taken()));
    }

    /// Only the order must be named; what is left out is once, in order and genuine.
    private static Optional<Deliveries> read(String body) {
        try {
            var wish = JsonMapper.shared().readValue(body, Wish.class);
            int times = Objects.requireNonNullElse(wish.times(), 1);
            if (wish.orderId() == null || times < 1 || times > MOST) {
                return Optional.empty();
            }
            return Optional.of(
                    new Deliveries(
                            wish.orderId(),
                            times,
                            wish.order() == Order.REVERSED,
                            Boolean.TRUE.equals(wish.forged())));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
