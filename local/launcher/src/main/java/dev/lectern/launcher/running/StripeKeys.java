package dev.lectern.launcher.running;

import dev.lectern.launcher.Failure;
import java.util.Map;
import java.util.Optional;

/// What the platform proves itself with at Stripe, and Stripe at the platform.
record StripeKeys(String secretKey, String webhookSecret) {

    private static final String SECRET_KEY = "STRIPE_SECRET_KEY";
    private static final String WEBHOOK_SECRET = "STRIPE_WEBHOOK_SECRET";

    /// Those of an account at Stripe, if the environment names one. Half of them would take money
    /// and never hear of it.
    static Optional<StripeKeys> named(Map<String, String> environment) {
        if (areMissing(environment)) {
            return Optional.empty();
        }
        String key = environment.getOrDefault(SECRET_KEY, "");
        String secret = environment.getOrDefault(WEBHOOK_SECRET, "");
        if (key.isEmpty() || secret.isEmpty()) {
            throw new Failure(
                    "%s is set and %s is not; set both to use Stripe, or none to use the stand-in"
                            .formatted(
                                    key.isEmpty() ? WEBHOOK_SECRET : SECRET_KEY,
                                    key.isEmpty() ? SECRET_KEY : WEBHOOK_SECRET));
        }
        return Optional.of(new StripeKeys(key, secret));
    }

    /// Whether nothing in the environment speaks of an account.
    static boolean areMissing(Map<String, String> environment) {
        return environment.getOrDefault(SECRET_KEY, "").isEmpty()
                && environment.getOrDefault(WEBHOOK_SECRET, "").isEmpty();
    }

    /// Those of the stand-in of one platform.
    static StripeKeys of(Secrets secrets) {
        return new StripeKeys(secrets.stripeKey(), secrets.stripeWebhook());
    }
}
