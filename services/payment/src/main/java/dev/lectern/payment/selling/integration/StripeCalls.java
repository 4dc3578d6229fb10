package dev.lectern.payment.selling.integration;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import dev.lectern.payment.selling.application.PaymentProvider;
import dev.lectern.payment.selling.domain.OrderRefused;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Calls Stripe impatiently, behind a circuit breaker and never inside a transaction.
@Component
class StripeCalls {

    private static final Logger log = LoggerFactory.getLogger(StripeCalls.class);

    private final StripeClient client;
    private final CircuitBreaker breaker;

    StripeCalls(StripeSettings settings, CircuitBreakerRegistry breakers) {
        var patience = Math.toIntExact(settings.patience().toMillis());
        this.client =
                StripeClient.builder()
                        .setApiKey(settings.secretKey())
                        .setApiBase(settings.apiBase().toString())
                        .setConnectTimeout(patience)
                        .setReadTimeout(patience)
                        .setMaxNetworkRetries(0)
                        .build();
        this.breaker =
                breakers.circuitBreaker(
                        "stripe",
                        // A refusal is an answer, not a fault of the line.
                        CircuitBreakerConfig.from(breakers.getDefaultConfig())
                                .ignoreExceptions(
                                        InvalidRequestException.class, CardException.class)
                                .build());
    }

    /// Something asked of Stripe.
    interface Question<T> {
        T ask(StripeClient client) throws StripeException;
    }

    /// Answers, or throws [PaymentProvider.Refused] for what Stripe will never do and
    /// `PROVIDER_UNAVAILABLE` for everything else.
    <T> T answer(Question<T> question) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Stripe must not be called inside a transaction");
        }
        try {
            return guarded(() -> question.ask(client));
        } catch (InvalidRequestException | CardException refused) {
            log.warn("Stripe refuses: {}", refused.getMessage());
            throw new PaymentProvider.Refused(String.valueOf(refused.getUserMessage()));
        } catch (CallNotPermittedException | StripeException silent) {
            log.warn("Stripe does not answer: {}", silent.getMessage());
            throw OrderRefused.providerUnavailable();
        }
    }

    private <T> T guarded(Callable<T> call) throws StripeException {
        try {
            return breaker.executeCallable(call);
        } catch (StripeException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Stripe's client throws nothing else", e);
        }
    }
}
