package dev.lectern.gateway.limits;

import dev.lectern.gateway.edge.Caller;
import dev.lectern.gateway.edge.ClientAddress;
import dev.lectern.gateway.problem.Refused;
import dev.lectern.gateway.services.Paths;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Counts requests: of a caller by subject, of anybody else by address, and attempts to get in more
/// strictly than the rest.
@Component
public final class RateLimits {

    private static final Paths SIGN_IN =
            Paths.of(
                    "/login/**",
                    "/register/**",
                    "/reset/**",
                    "/webauthn/**",
                    "/api/v1/auth/register",
                    "/api/v1/auth/verify/**",
                    "/api/v1/auth/password-reset/**");

    private final Buckets buckets;
    private final MeterRegistry meters;
    private final Policy caller;
    private final Policy anonymous;
    private final Policy signIn;

    RateLimits(Buckets buckets, LimitSettings settings, MeterRegistry meters) {
        this.buckets = buckets;
        this.meters = meters;
        this.caller = policy("caller", settings.caller(), settings);
        this.anonymous = policy("anonymous", settings.anonymous(), settings);
        this.signIn = policy("sign-in", settings.signIn(), settings);
    }

    private static Policy policy(String name, long rate, LimitSettings settings) {
        return new Policy(name, rate * settings.factor(), settings.window());
    }

    /// Completes where the request is within its limit and fails with the refusal where it is not.
    public Mono<Void> admit(ServerWebExchange exchange) {
        String subject = Caller.of(exchange);
        if (subject != null) {
            return admit(exchange, caller, subject);
        }
        String address = ClientAddress.of(exchange).neighborhood();
        return admit(exchange, isSignIn(exchange) ? signIn : anonymous, address);
    }

    private Mono<Void> admit(ServerWebExchange exchange, Policy policy, String whom) {
        return buckets.draw(policy, whom).flatMap(draw -> judge(exchange, policy, draw));
    }

    private Mono<Void> judge(ServerWebExchange exchange, Policy policy, Buckets.Draw draw) {
        ConsumptionProbe probe = draw.probe();
        Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
        long secondsToFull =
                (Duration.ofNanos(probe.getNanosToWaitForReset()).toMillis() + 999) / 1000;
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.set(
                "RateLimit-Policy",
                "\"%s\";q=%d;w=%d"
                        .formatted(policy.name(), policy.quota(), policy.window().toSeconds()));
        headers.set(
                "RateLimit",
                "\"%s\";r=%d;t=%d"
                        .formatted(policy.name(), probe.getRemainingTokens(), secondsToFull));
        count(policy, probe.isConsumed() ? "allowed" : "denied", draw.shared());
        return probe.isConsumed() ? Mono.empty() : Mono.error(Refused.tooManyRequests(wait));
    }

    private void count(Policy policy, String decision, boolean shared) {
        meters.counter(
                        "gateway.rate.limit.decisions",
                        "policy",
                        policy.name(),
                        "decision",
                        decision,
                        "counted",
                        shared ? "shared" : "local")
                .increment();
    }

    private static boolean isSignIn(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        return request.getMethod().equals(HttpMethod.POST) && SIGN_IN.contain(request);
    }
}
