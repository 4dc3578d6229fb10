package dev.lectern.gateway.signin;

import dev.lectern.gateway.edge.EdgeSettings;
import dev.lectern.gateway.services.Services;
import io.micrometer.observation.ObservationRegistry;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.server.WebSessionServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/// How the gateway talks to auth: browsers are sent to the public origin, the gateway itself uses
/// the internal address, and nothing is discovered, so the two may start in any order.
@Configuration(proxyBeanMethods = false)
class AuthClient {

    static final String REGISTRATION = "bff";

    @Bean
    ReactiveClientRegistrationRepository clientRegistrations(
            EdgeSettings edge, Services services, BffSettings settings) {
        URI internal = services.named("auth").address();
        return new InMemoryReactiveClientRegistrationRepository(
                ClientRegistration.withRegistrationId(REGISTRATION)
                        .clientId(settings.clientId())
                        .clientSecret(settings.secret())
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri(edge.origin() + "/bff/callback")
                        .scope(settings.scopes())
                        .authorizationUri(edge.origin() + "/oauth2/authorize")
                        .tokenUri(internal.resolve("/oauth2/token").toString())
                        .jwkSetUri(internal.resolve("/oauth2/jwks").toString())
                        // Checked in every id token; does not start a discovery.
                        .issuerUri(edge.origin())
                        .userNameAttributeName("sub")
                        // Without it signing out would silently end here and leave auth's session.
                        .providerConfigurationMetadata(
                                Map.of("end_session_endpoint", edge.origin() + "/connect/logout"))
                        .build());
    }

    /// Tokens live in the session: in memory they would be known to one gateway of several.
    @Bean
    ServerOAuth2AuthorizedClientRepository authorizedClients() {
        return new WebSessionServerOAuth2AuthorizedClientRepository();
    }

    @Bean
    ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange(
            BffSettings settings, ObservationRegistry observations) {
        WebClientReactiveAuthorizationCodeTokenResponseClient client =
                new WebClientReactiveAuthorizationCodeTokenResponseClient();
        client.setWebClient(webClient(settings, observations));
        return client;
    }

    @Bean
    ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshExchange(
            BffSettings settings, ObservationRegistry observations) {
        WebClientReactiveRefreshTokenTokenResponseClient client =
                new WebClientReactiveRefreshTokenTokenResponseClient();
        client.setWebClient(webClient(settings, observations));
        return client;
    }

    private static WebClient webClient(BffSettings settings, ObservationRegistry observations) {
        HttpClient http =
                HttpClient.create()
                        .option(
                                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                                Math.toIntExact(settings.patience().toMillis()))
                        .responseTimeout(settings.patience());
        return WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .observationRegistry(observations)
                .build();
    }
}
