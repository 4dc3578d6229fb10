package dev.lectern.gateway.signin;

import dev.lectern.gateway.edge.Caller;
import dev.lectern.gateway.edge.EdgeSettings;
import dev.lectern.gateway.limits.RateLimits;
import dev.lectern.gateway.problem.Problem;
import dev.lectern.gateway.problem.Refused;
import dev.lectern.gateway.services.Destination;
import java.security.Principal;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtGrantedAuthoritiesConverterAdapter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.logout.DelegatingServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.SecurityContextServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.WebSessionServerLogoutHandler;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.OrServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// The three ways a request is judged: by its service alone, by the token it brings, or by the
/// session of a browser. The first that matches decides; a bearer token beats a cookie.
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityChains {

    private final RateLimits limits;
    private final AccessSettings access;

    SecurityChains(RateLimits limits, AccessSettings access) {
        this.limits = limits;
        this.access = access;
    }

    @Bean
    @Order(1)
    SecurityWebFilterChain passThrough(ServerHttpSecurity http) {
        return stateless(http)
                .securityMatcher(
                        new OrServerWebExchangeMatcher(
                                matching(Destination::isPage),
                                paths(access.passThrough()),
                                ServerWebExchangeMatchers.pathMatchers("/health", "/actuator/**")))
                .anonymous(ServerHttpSecurity.AnonymousSpec::disable)
                .authorizeExchange(exchange -> exchange.anyExchange().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityWebFilterChain bearer(ServerHttpSecurity http, StaffOnly staff) {
        return stateless(http)
                .securityMatcher(
                        matching(exchange -> Bearer.isIn(exchange.getRequest().getHeaders())))
                .authorizeExchange(rules -> authorize(rules, staff))
                .oauth2ResourceServer(server ->
                        server.authenticationEntryPoint(unauthenticated(INVALID_TOKEN))
                                .accessDeniedHandler(forbidden())
                                .jwt(jwt -> jwt.jwtAuthenticationConverter(callersWithRoles())))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(unauthenticated(INVALID_TOKEN))
                                .accessDeniedHandler(forbidden()))
                .addFilterAfter(
                        SecurityChains::rememberCaller, SecurityWebFiltersOrder.AUTHORIZATION)
                .build();
    }

    @Bean
    @Order(3)
    SecurityWebFilterChain browser(
            ServerHttpSecurity http,
            EdgeSettings edge,
            StaffOnly staff,
            ServerOAuth2AuthorizedClientRepository clients,
            SignInRequests requests,
            SignedIn signedIn,
            SignInFailed failed,
            SignOut signOut) {
        return http.httpBasic(HttpBasicSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .headers(HeaderSpec::disable)
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .csrf(csrf -> Csrf.configure(csrf, edge))
                .authorizeExchange(rules -> authorize(rules, staff))
                .oauth2Login(login ->
                        login.authorizationRequestResolver(requests)
                                .authenticationMatcher(
                                        ServerWebExchangeMatchers.pathMatchers(
                                                HttpMethod.GET, "/bff/callback"))
                                .authorizedClientRepository(clients)
                                .authenticationSuccessHandler(signedIn)
                                .authenticationFailureHandler(failed))
                .logout(logout ->
                        logout.requiresLogout(
                                        ServerWebExchangeMatchers.pathMatchers(
                                                HttpMethod.POST, "/bff/logout"))
                                .logoutHandler(
                                        new DelegatingServerLogoutHandler(
                                                new SecurityContextServerLogoutHandler(),
                                                new WebSessionServerLogoutHandler()))
                                .logoutSuccessHandler(signOut))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(unauthenticated(NO_SESSION))
                                .accessDeniedHandler(forbidden()))
                .addFilterAfter(
                        SecurityChains::rememberCaller, SecurityWebFiltersOrder.AUTHORIZATION)
                .build();
    }

    /// The firewall of the framework judges paths and headers; its refusals are answered like all.
    @Bean
    ServerExchangeRejectedHandler rejectedByTheFirewall() {
        return (_, rejected) -> Mono.error(rejected);
    }

    private static final String INVALID_TOKEN = "Bearer error=\"invalid_token\"";
    private static final String NO_SESSION = "Session";

    private void authorize(AuthorizeExchangeSpec rules, StaffOnly staff) {
        rules.pathMatchers("/internal/**")
                .denyAll()
                .pathMatchers(HttpMethod.GET, access.open().toArray(String[]::new))
                .permitAll()
                .pathMatchers(HttpMethod.HEAD, access.open().toArray(String[]::new))
                .permitAll()
                .pathMatchers("/api/v1/admin/**")
                .access(staff)
                .matchers(matching(Destination::isApi))
                .authenticated()
                .anyExchange()
                .permitAll();
    }

    private static ServerHttpSecurity stateless(ServerHttpSecurity http) {
        return http.httpBasic(HttpBasicSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .headers(HeaderSpec::disable)
                .csrf(CsrfSpec::disable)
                .logout(LogoutSpec::disable)
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance());
    }

    private static ReactiveJwtAuthenticationConverter callersWithRoles() {
        JwtGrantedAuthoritiesConverter roles = new JwtGrantedAuthoritiesConverter();
        roles.setAuthoritiesClaimName("roles");
        roles.setAuthorityPrefix("ROLE_");
        ReactiveJwtAuthenticationConverter callers = new ReactiveJwtAuthenticationConverter();
        callers.setJwtGrantedAuthoritiesConverter(
                new ReactiveJwtGrantedAuthoritiesConverterAdapter(roles));
        return callers;
    }

    /// A refused credential counts against its address: guessing must not be free.
    private ServerAuthenticationEntryPoint unauthenticated(String challenge) {
        return (exchange, _) ->
                limits.admit(exchange)
                        .then(
                                Mono.defer(() -> {
                                    exchange.getResponse()
                                            .getHeaders()
                                            .set(HttpHeaders.WWW_AUTHENTICATE, challenge);
                                    return Mono.error(
                                            new Refused(
                                                    Problem.UNAUTHENTICATED,
                                                    "A valid token or session is needed."));
                                }));
    }

    private static ServerAccessDeniedHandler forbidden() {
        return (_, _) ->
                Mono.error(new Refused(Problem.FORBIDDEN, "This is not open to your role."));
    }

    private static Mono<Void> rememberCaller(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getPrincipal()
                .map(Principal::getName)
                .doOnNext(subject -> Caller.rememberOn(exchange, subject))
                .then(Mono.defer(() -> chain.filter(exchange)));
    }

    private static ServerWebExchangeMatcher paths(List<String> patterns) {
        return ServerWebExchangeMatchers.pathMatchers(patterns.toArray(String[]::new));
    }

    private static ServerWebExchangeMatcher matching(Predicate<ServerWebExchange> condition) {
        return exchange -> condition.test(exchange) ? MatchResult.match() : MatchResult.notMatch();
    }
}
