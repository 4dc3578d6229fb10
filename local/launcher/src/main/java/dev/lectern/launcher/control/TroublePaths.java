package dev.lectern.launcher.control;

import dev.lectern.stripe.StripeStandIn;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.MatchResult;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// `POST /stripe/slow`, `/stripe/down` and `/stripe/up`: the payment provider has a bad day.
final class TroublePaths extends ControlPaths {

    private static final int MOST = 60;

    private final Optional<StripeStandIn> stripe;

    TroublePaths(Optional<StripeStandIn> stripe) {
        super("/stripe/(slow|down|up)");
        this.stripe = stripe;
    }

    private record Wish(int seconds) {}

    @Override
    Answer obey(MatchResult path, String body) {
        return stripe.map(standIn -> obey(standIn, path.group(1), body))
                .orElseGet(CheckoutPaths::external);
    }

    private static Answer obey(StripeStandIn standIn, String wish, String body) {
        if (wish.equals("slow")) {
            return seconds(body)
                    .map(seconds -> be(standIn, false, Duration.ofSeconds(seconds)))
                    .orElseGet(() ->
                            new Answer.Refused(
                                    400, "INVALID", "Send {\"seconds\": 1 to " + MOST + "}."));
        }
        return be(standIn, wish.equals("down"), Duration.ZERO);
    }

    private static Answer be(StripeStandIn standIn, boolean down, Duration late) {
        standIn.setDown(down);
        standIn.delayAnswers(late);
        return new Answer.Done();
    }

    private static Optional<Integer> seconds(String body) {
        try {
            return Optional.of(JsonMapper.shared().readValue(body, Wish.class))
                    .map(Wish::seconds)
                    .filter(seconds -> seconds > 0 && seconds <= MOST);
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
