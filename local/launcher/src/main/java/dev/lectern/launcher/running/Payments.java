package dev.lectern.launcher.running;

import dev.lectern.embedded.AtExit;
import dev.lectern.stripe.Settings;
import dev.lectern.stripe.StripeStandIn;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Who takes payments here: Stripe with the keys of the environment, else a stand-in.
///
/// @param standIn none where it is Stripe
public record Payments(StripeKeys keys, Optional<StripeStandIn> standIn) {

    private static final String WEBHOOK = "/api/v1/payments/webhooks/stripe";

    static Payments start(
            Map<String, String> environment, Home home, PortPlan ports, Secrets secrets) {
        return StripeKeys.named(environment)
                .map(keys -> new Payments(keys, Optional.empty()))
                .orElseGet(() -> standingIn(home, ports, StripeKeys.of(secrets)));
    }

    /// Whether a stand-in takes them on this machine; refuses half an account.
    public static boolean areStoodInFor(Map<String, String> environment) {
        return StripeKeys.named(environment).isEmpty();
    }

    /// The port that is taken here, and for what; none for Stripe.
    static Map<Integer, String> wanted(PortPlan ports) {
        return StripeKeys.areMissing(System.getenv())
                ? Map.of(ports.payments(), "payments")
                : Map.of();
    }

    /// What the payment service is told.
    Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("lectern.stripe.secret-key", keys.secretKey());
        settings.put("lectern.stripe.webhook-secret", keys.webhookSecret());
        standIn.map(StripeStandIn::url)
                .map(URI::toString)
                .ifPresent(url -> settings.put("lectern.stripe.api-base", url));
        return settings;
    }

    @Override
    public String toString() {
        return standIn.map(StripeStandIn::toString).orElse("the account at Stripe");
    }

    private static Payments standingIn(Home home, PortPlan ports, StripeKeys keys) {
        var standIn =
                StripeStandIn.start(
                        new Settings(
                                ports.payments(),
                                home.of("stripe"),
                                keys.secretKey(),
                                keys.webhookSecret(),
                                ports.frontDoor().resolve(WEBHOOK)));
        AtExit.closeFirst(standIn);
        return new Payments(keys, Optional.of(standIn));
    }
}
