package dev.lectern.payment.selling.integration;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The account at Stripe.
///
/// @param secretKey proves to Stripe who we are
/// @param webhookSecret proves to us that a notice is Stripe's
/// @param apiBase where Stripe is
/// @param patience how long an answer is waited for; shorter than a buyer is kept waiting at the
///   front door
@ConfigurationProperties("lectern.stripe")
record StripeSettings(
        @DefaultValue("") String secretKey,
        @DefaultValue("") String webhookSecret,
        @DefaultValue("https://api.stripe.com") URI apiBase,
        @DefaultValue("1500ms") Duration patience) {

    StripeSettings {
        if (secretKey.isBlank() || webhookSecret.isBlank()) {
            throw new IllegalArgumentException(
                    "Set both lectern.stripe.secret-key and lectern.stripe.webhook-secret"
                            + " (STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET).");
        }
    }
}
