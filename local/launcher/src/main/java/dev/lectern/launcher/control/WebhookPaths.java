package dev.lectern.launcher.control;

import dev.lectern.stripe.StripeStandIn;
import java.util.Optional;
import java.util.regex.MatchResult;

/// `POST /stripe/webhooks/hold`, `/release` and `/drop`: webhooks come late, or never.
final class WebhookPaths extends ControlPaths {

    private final Optional<StripeStandIn> stripe;

    WebhookPaths(Optional<StripeStandIn> stripe) {
        super("/stripe/webhooks/(hold|release|drop)");
        this.stripe = stripe;
    }

    @Override
    Answer obey(MatchResult path, String body) {
        return stripe.map(standIn -> obey(standIn, path.group(1)))
                .orElseGet(CheckoutPaths::external);
    }

    private static Answer obey(StripeStandIn standIn, String wish) {
        switch (wish) {
            case "hold" -> standIn.holdWebhooks();
            case "release" -> standIn.releaseWebhooks();
            default -> standIn.dropWebhooks();
        }
        return new Answer.Done();
    }
}
