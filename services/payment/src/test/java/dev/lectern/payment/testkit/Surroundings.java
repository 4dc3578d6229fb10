package dev.lectern.payment.testkit;

import dev.lectern.stripe.Settings;
import dev.lectern.stripe.StripeStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Stripe's stand-in and enrollment's, for all tests of one run.
public final class Surroundings
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final String SECRET_KEY = "sk_test_of_the_tests";
    public static final String WEBHOOK_SECRET = "whsec_of_the_tests";

    public static final Mail NOTICES = new Mail();
    public static final Enrollment ENROLLMENT = new Enrollment();
    public static final StripeStandIn STRIPE = stripe();

    private static StripeStandIn stripe() {
        try {
            var directory = Files.createTempDirectory("stripe");
            return StripeStandIn.start(
                    new Settings(0, directory, SECRET_KEY, WEBHOOK_SECRET, NOTICES.address()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "lectern.stripe.secret-key=" + SECRET_KEY,
                        "lectern.stripe.webhook-secret=" + WEBHOOK_SECRET,
                        "lectern.stripe.api-base=" + STRIPE.url(),
                        "lectern.services.enrollment.url=" + ENROLLMENT.address())
                .applyTo(context);
    }
}
