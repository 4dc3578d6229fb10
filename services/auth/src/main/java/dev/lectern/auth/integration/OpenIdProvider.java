package dev.lectern.auth.integration;

import dev.lectern.auth.application.ApiKeyViews;
import dev.lectern.auth.application.ProvingSecondFactor;
import dev.lectern.auth.domain.AccountId;
import dev.lectern.common.security.IdentityProperties;
import dev.lectern.common.security.StepUpTokens;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.security.SpringSessionBackedSessionRegistry;
import org.springframework.transaction.support.TransactionOperations;

/// The OpenID provider: one issuer, the public origin, whatever address a request came in by.
@Configuration(proxyBeanMethods = false)
class OpenIdProvider {

    private static final Set<String> AUDIENCES = Set.of("lectern-api", "auth");

    private static final String SECOND_FACTOR = "FACTOR_TOTP";

    @Bean
    @Order(1)
    SecurityFilterChain openIdChain(
            HttpSecurity http,
            LogoutHandler endOfSession,
            RequestCache interrupted,
            ProvingSecondFactor secondFactor)
            throws Exception {
        var provider = new OAuth2AuthorizationServerConfigurer();
        var authorize = PathPatternRequestMatcher.withDefaults().matcher("/oauth2/authorize");
        var loggedOut = new OidcLogoutAuthenticationSuccessHandler();
        loggedOut.setLogoutHandler(endOfSession);
        return http.securityMatcher(provider.getEndpointsMatcher())
                .with(
                        provider,
                        server ->
                                server.oidc(oidc ->
                                                oidc.logoutEndpoint(logout ->
                                                        logout.logoutResponseHandler(loggedOut)))
                                        .clientAuthentication(clients ->
                                                clients.authenticationProviders(all ->
                                                        all.forEach(OpenIdProvider::digestSecrets)))
                                        .tokenEndpoint(token ->
                                                token.authenticationProviders(all ->
                                                        all.forEach(OpenIdProvider::oneCallee))))
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(authorize)
                                .access((who, request) ->
                                        new AuthorizationDecision(
                                                isSignedIn(who.get(), secondFactor)))
                                .anyRequest()
                                .authenticated())
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                .exceptionHandling(handling ->
                        handling.defaultAuthenticationEntryPointFor(
                                        new LoginUrlAuthenticationEntryPoint("/login"), authorize)
                                .defaultAccessDeniedHandlerFor(
                                        (request, response, e) -> {
                                            interrupted.saveRequest(request, response);
                                            response.sendRedirect("/login/totp");
                                        },
                                        authorize))
                .build();
    }

    /// Whoever has a second factor has to have shown it, also in a session that is older.
    private static boolean isSignedIn(
            @Nullable Authentication who, ProvingSecondFactor secondFactor) {
        if (who == null || !who.isAuthenticated() || who instanceof AnonymousAuthenticationToken) {
            return false;
        }
        return who.getAuthorities().stream()
                        .anyMatch(one -> SECOND_FACTOR.equals(one.getAuthority()))
                || !secondFactor.isAskedOf(new AccountId(UUID.fromString(who.getName())));
    }

    /// Proofs of having stepped up are checked by our own keys as well.
    @Bean
    StepUpTokens stepUpTokens(SigningKeys keys, IdentityProperties identity) {
        return StepUpTokens.signedBy(keys, identity.publicOrigin().toString());
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(IdentityProperties identity) {
        return AuthorizationServerSettings.builder()
                .issuer(identity.publicOrigin().toString())
                .build();
    }

    @Bean
    RegisteredClientRepository registeredClientRepository(JdbcOperations jdbc, ApiKeyViews keys) {
        return new KeyClients(jdbc, keys);
    }

    @Bean
    OAuth2AuthorizationService authorizationService(
            JdbcOperations jdbc,
            RegisteredClientRepository clients,
            SigningKeys keys,
            IdentityProperties identity,
            TransactionOperations transaction) {
        // Without a look at the time: whoever signs out late may show an expired one.
        var idTokens = NimbusJwtDecoder.withJwkSource(keys).build();
        idTokens.setJwtValidator(new JwtIssuerValidator(identity.publicOrigin().toString()));
        return new Grants(jdbc, clients, idTokens, transaction);
    }

    @Bean
    OAuth2AuthorizationConsentService authorizationConsentService(
            JdbcOperations jdbc, RegisteredClientRepository clients) {
        return new JdbcOAuth2AuthorizationConsentService(jdbc, clients);
    }

    /// The default one is in memory, and a logout at another replica than the sign-in's would fail.
    @Bean
    SessionRegistry sessionRegistry(
            FindByIndexNameSessionRepository<? extends Session> repository) {
        return new SpringSessionBackedSessionRegistry<>(repository);
    }

    @Bean
    JwtEncoder jwtEncoder(SigningKeys keys) {
        var encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(keys::signing);
        return encoder;
    }

    /// Auth checks tokens by its own keys, without asking itself over HTTP.
    @Bean
    JwtDecoder jwtDecoder(SigningKeys keys, IdentityProperties identity) {
        var decoder = NimbusJwtDecoder.withJwkSource(keys).build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        new JwtTimestampValidator(Duration.ofSeconds(5)),
                        new JwtIssuerValidator(identity.publicOrigin().toString()),
                        new JwtClaimValidator<List<String>>(
                                JwtClaimNames.AUD,
                                audience ->
                                        audience != null
                                                && !Collections.disjoint(audience, AUDIENCES))));
        return decoder;
    }

    /// Tokens, keys and login cookies live by the machine's own time, even where the business clock
    /// was moved.
    @Bean(defaultCandidate = false)
    Clock wallClock() {
        return Clock.systemUTC();
    }

    private static void digestSecrets(Object provider) {
        if (provider instanceof ClientSecretAuthenticationProvider secrets) {
            secrets.setPasswordEncoder(new SecretDigest());
        }
    }

    private static void oneCallee(Object provider) {
        if (provider instanceof OAuth2ClientCredentialsAuthenticationProvider credentials) {
            credentials.setAuthenticationValidator(
                    OAuth2ClientCredentialsAuthenticationValidator.DEFAULT_SCOPE_VALIDATOR.andThen(
                            OpenIdProvider::requireOneCallee));
        }
    }

    /// A token for nobody in particular, or for several services at once, would be good for more
    /// than the call it was made for.
    private static void requireOneCallee(OAuth2ClientCredentialsAuthenticationContext context) {
        OAuth2ClientCredentialsAuthenticationToken request = context.getAuthentication();
        if (!KeyClients.isKey(context.getRegisteredClient()) && request.getScopes().size() != 1) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_SCOPE);
        }
    }
}
