package dev.lectern.common.integration;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.IdentityProperties;
import dev.lectern.events.Platform;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Makes clients of other services: with this service's own credentials for that one callee, short
/// timeouts and a circuit breaker. What an answer holds more than was asked for is left alone, so
/// that a callee may add to it. A refusal arrives as [CalleeRefused], everything else that goes
/// wrong as `UNAVAILABLE`, which the caller may repeat.
public final class ServiceClients {

    private static final Logger log = LoggerFactory.getLogger(ServiceClients.class);

    private final Platform.Service service;
    private final Platform platform;
    private final IdentityProperties identity;
    private final Environment environment;
    private final Function<String, RestClient.Builder> authorized;
    private final CircuitBreakerRegistry breakers;
    private final JsonMapper json =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    ServiceClients(
            Platform platform,
            String service,
            IdentityProperties identity,
            Environment environment,
            Function<String, RestClient.Builder> authorized,
            CircuitBreakerRegistry breakers) {
        this.platform = platform;
        this.service = platform.service(service);
        this.identity = identity;
        this.environment = environment;
        this.authorized = authorized;
        this.breakers = breakers;
    }

    /// A client for an interface of `@HttpExchange` methods.
    ///
    /// @param callee a service that `services.yaml` lists under `calls` of this one
    public <T> T client(String callee, Class<T> api) {
        if (!service.calls().contains(callee)) {
            throw new IllegalArgumentException(
                    "services.yaml does not let " + service.name() + " call " + callee);
        }
        if (identity.clientSecret().isEmpty()) {
            throw new IllegalStateException(
                    "Set lectern.identity.client-secret: " + service.name() + " calls " + callee);
        }
        var http =
                authorized
                        .apply(callee)
                        .baseUrl(urlOf(callee))
                        .configureMessageConverters(converters ->
                                converters.withJsonConverter(
                                        new JacksonJsonHttpMessageConverter(json)))
                        .defaultStatusHandler(
                                HttpStatusCode::is4xxClientError,
                                (request, response) -> {
                                    throw refusedBy(callee, response);
                                })
                        .build();
        var remote =
                HttpServiceProxyFactory.builderFor(RestClientAdapter.create(http))
                        .build()
                        .createClient(api);
        return guarded(api, remote, callee);
    }

    private String urlOf(String callee) {
        return environment.getProperty(
                "lectern.services." + callee + ".url",
                "http://localhost:" + platform.service(callee).port());
    }

    private <T> T guarded(Class<T> api, T remote, String callee) {
        var breaker = breakers.circuitBreaker(callee);
        return api.cast(
                Proxy.newProxyInstance(
                        api.getClassLoader(),
                        new Class<?>[] {api},
                        (proxy, method, arguments) ->
                                call(remote, method, arguments, breaker, callee)));
    }

    private static @Nullable Object call(
            Object remote,
            Method method,
            @Nullable Object @Nullable [] arguments,
            CircuitBreaker breaker,
            String callee)
            throws Exception {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    callee + " must not be called inside a transaction: " + method.getName());
        }
        try {
            return breaker.executeCallable(() -> invoke(remote, method, arguments));
        } catch (CallNotPermittedException | RestClientException | OAuth2AuthorizationException e) {
            log.warn("{} does not answer: {}", callee, e.getMessage());
            throw GenericRefusal.unavailable("A part this needs does not answer. Try again.");
        }
    }

    private static @Nullable Object invoke(
            Object remote, Method method, @Nullable Object @Nullable [] arguments)
            throws Exception {
        // The interface stays hidden in its service's `integration`.
        method.setAccessible(true);
        try {
            return method.invoke(remote, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }

    private CalleeRefused refusedBy(String callee, ClientHttpResponse response) throws IOException {
        var status = response.getStatusCode().value();
        JsonNode problem;
        try {
            problem = json.readTree(response.getBody());
        } catch (JacksonException e) {
            return new CalleeRefused(callee, status, "UNKNOWN", "no problem in the answer");
        }
        return new CalleeRefused(
                callee,
                status,
                problem.path("code").asString("UNKNOWN"),
                problem.path("detail").asString(""));
    }
}
