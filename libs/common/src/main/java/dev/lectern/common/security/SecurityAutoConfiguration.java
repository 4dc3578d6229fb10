package dev.lectern.common.security;

import dev.lectern.common.problem.ProblemWriter;
import java.net.MalformedURLException;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The guard of every service: a bearer token, verified here again whatever the gateway did.
/// Ownership is not decided here but in the use case.
@AutoConfiguration(
        beforeName =
                "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration")
@EnableConfigurationProperties(IdentityProperties.class)
class SecurityAutoConfiguration implements WebMvcConfigurer {

    private static final String PEOPLE = "lectern-api";

    private final ObjectProvider<StepUpTokens> stepUps;

    SecurityAutoConfiguration(ObjectProvider<StepUpTokens> stepUps) {
        this.stepUps = stepUps;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new StepUpGuard(stepUps::getObject));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArguments());
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE - 10)
    SecurityFilterChain serviceChain(
            HttpSecurity http,
            JwtDecoder decoder,
            ObjectProvider<OpenPaths> openPaths,
            ProblemWriter problems)
            throws Exception {
        var open =
                openPaths.stream()
                        .flatMap(paths -> paths.patterns().stream())
                        .map(SecurityAutoConfiguration::matcher)
                        .toArray(RequestMatcher[]::new);
        AuthenticationEntryPoint unauthenticated =
                (request, response, e) -> {
                    response.setHeader("WWW-Authenticate", "Bearer");
                    problems.write(
                            request,
                            response,
                            HttpStatus.UNAUTHORIZED,
                            "UNAUTHENTICATED",
                            "Sign in and send a valid token.");
                };
        AccessDeniedHandler denied =
                (request, response, e) ->
                        problems.write(
                                request,
                                response,
                                HttpStatus.FORBIDDEN,
                                "FORBIDDEN",
                                "Your role does not allow this.");
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(open)
                                .permitAll()
                                .requestMatchers(
                                        "/actuator/health/**", "/actuator/prometheus", "/error")
                                .permitAll()
                                .requestMatchers("/actuator/**", "/internal/**")
                                .hasRole(Role.service.name())
                                .requestMatchers("/api/v1/admin/**")
                                .hasAnyRole(
                                        Role.moderator.name(),
                                        Role.support.name(),
                                        Role.admin.name())
                                .anyRequest()
                                .authenticated())
                .oauth2ResourceServer(server ->
                        server.authenticationEntryPoint(unauthenticated)
                                .accessDeniedHandler(denied)
                                .jwt(jwt ->
                                        jwt.decoder(decoder).jwtAuthenticationConverter(roles())))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(unauthenticated)
                                .accessDeniedHandler(denied))
                .build();
    }

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(
            IdentityProperties identity, @Value("${spring.application.name}") String service)
            throws MalformedURLException {
        var keys = new PublishedKeys(identity.jwksUri().toURL());
        var decoder = NimbusJwtDecoder.withJwkSource(keys).build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        new JwtTimestampValidator(Duration.ofSeconds(5)),
                        new JwtIssuerValidator(identity.publicOrigin().toString()),
                        audienceOf(service)));
        return decoder;
    }

    @Bean
    @ConditionalOnMissingBean
    StepUpTokens stepUpTokens(IdentityProperties identity) throws MalformedURLException {
        return StepUpTokens.signedBy(
                new PublishedKeys(identity.jwksUri().toURL()), identity.publicOrigin().toString());
    }

    /// People's tokens are for the whole API, a service's token for the one it calls.
    private static OAuth2TokenValidator<Jwt> audienceOf(String service) {
        return new JwtClaimValidator<List<String>>(
                "aud",
                audience ->
                        audience != null
                                && (audience.contains(PEOPLE) || audience.contains(service)));
    }

    private static JwtAuthenticationConverter roles() {
        var authorities = new JwtGrantedAuthoritiesConverter();
        authorities.setAuthoritiesClaimName("roles");
        authorities.setAuthorityPrefix("ROLE_");
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(authorities);
        return converter;
    }

    private static RequestMatcher matcher(String pattern) {
        var parts = pattern.split(" ", 2);
        return parts.length == 1
                ? PathPatternRequestMatcher.withDefaults().matcher(parts[0])
                : PathPatternRequestMatcher.withDefaults()
                        .matcher(HttpMethod.valueOf(parts[0]), parts[1]);
    }
}
