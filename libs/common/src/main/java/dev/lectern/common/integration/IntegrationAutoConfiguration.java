package dev.lectern.common.integration;

import dev.lectern.common.security.IdentityProperties;
import dev.lectern.events.Platform;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

@AutoConfiguration
class IntegrationAutoConfiguration {

    private static final HttpClientSettings IMPATIENT =
            HttpClientSettings.defaults()
                    .withConnectTimeout(Duration.ofSeconds(1))
                    .withReadTimeout(Duration.ofSeconds(2));

    @Bean
    CircuitBreakerRegistry circuitBreakers() {
        return CircuitBreakerRegistry.of(
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(5)
                        .waitDurationInOpenState(Duration.ofSeconds(5))
                        // A refusal is an answer, not a fault of the line.
                        .ignoreExceptions(CalleeRefused.class)
                        .build());
    }

    @Bean
    MeterBinder circuitBreakerMeters(CircuitBreakerRegistry breakers) {
        return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers);
    }

    @Bean
    ServiceClients serviceClients(
            Platform platform,
            @Value("${spring.application.name}") String service,
            IdentityProperties identity,
            Environment environment,
            ObjectProvider<RestClient.Builder> builders,
            JsonMapper json,
            CircuitBreakerRegistry breakers) {
        // What comes in is read strictly, but an answer may say more than was asked for.
        var answers =
                new JacksonJsonHttpMessageConverter(
                        json.rebuild()
                                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                                .build());
        var calls = platform.service(service).calls();
        var tokens = calls.isEmpty() ? null : tokens(calls, service, identity);
        return new ServiceClients(
                platform,
                service,
                identity,
                environment,
                callee -> {
                    if (tokens == null) {
                        throw new IllegalArgumentException(service + " calls nobody");
                    }
                    return builders.getObject()
                            .configureMessageConverters(all -> all.withJsonConverter(answers))
                            .requestFactory(ClientHttpRequestFactoryBuilder.jdk().build(IMPATIENT))
                            .requestInterceptor((request, body, execution) -> {
                                request.getHeaders()
                                        .setBearerAuth(tokenFor(callee, service, tokens));
                                return execution.execute(request, body);
                            });
                },
                breakers);
    }

    private static String tokenFor(
            String callee, String service, OAuth2AuthorizedClientManager tokens) {
        var client =
                tokens.authorize(
                        OAuth2AuthorizeRequest.withClientRegistrationId(callee)
                                .principal(service)
                                .build());
        if (client == null) {
            throw new IllegalStateException("client credentials always give a token");
        }
        return client.getAccessToken().getTokenValue();
    }

    /// One registration a callee, so that a token is good for that one alone.
    private static OAuth2AuthorizedClientManager tokens(
            List<String> callees, String service, IdentityProperties identity) {
        var registrations =
                new InMemoryClientRegistrationRepository(
                        callees.stream()
                                .map(callee -> registration(callee, service, identity))
                                .toList());
        var manager =
                new AuthorizedClientServiceOAuth2AuthorizedClientManager(
                        registrations, new InMemoryOAuth2AuthorizedClientService(registrations));
        manager.setAuthorizedClientProvider(
                OAuth2AuthorizedClientProviderBuilder.builder().clientCredentials().build());
        return manager;
    }

    private static ClientRegistration registration(
            String callee, String service, IdentityProperties identity) {
        return ClientRegistration.withRegistrationId(callee)
                .clientId(service)
                .clientSecret(identity.clientSecret())
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope("aud:" + callee)
                .tokenUri(identity.tokenUri().toString())
                .build();
    }
}
