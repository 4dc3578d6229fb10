package dev.lectern.auth.web;

import dev.lectern.auth.application.SigningIn;
import dev.lectern.common.problem.ProblemWriter;
import dev.lectern.common.security.IdentityProperties;
import dev.lectern.common.security.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Guards the pages: no script, no frame, forms that lead here or back to a client, and a session
/// for those who sign in alone.
@Configuration(proxyBeanMethods = false)
class PageSecurity implements WebMvcConfigurer {

    static final String STYLES = "/login.css";

    // Browsers hold a redirect after a form against form-action: a program on this machine is one
    // place a sign-in may lead to.
    private static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self' http://127.0.0.1:*;"
                    + " frame-ancestors 'none'; base-uri 'none'";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(STYLES)
                .addResourceLocations("classpath:/static/")
                .setCachePeriod(3600);
    }

    @Bean
    @Order(2)
    SecurityFilterChain pagesChain(
            HttpSecurity http,
            SigningIn signingIn,
            SignInSteps steps,
            IdentityProperties identity,
            ProblemWriter problems)
            throws Exception {
        return http.securityMatcher(
                        "/login",
                        "/login/**",
                        "/logout",
                        "/register",
                        "/confirm-email",
                        "/reset",
                        "/error",
                        STYLES)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .authenticationProvider(new PasswordAuthentication(signingIn))
                .formLogin(form ->
                        form.loginPage("/login")
                                .authenticationDetailsSource(SignInSteps::details)
                                .successHandler(steps)
                                .failureHandler(steps))
                .logout(logout ->
                        logout.addLogoutHandler(steps).logoutSuccessUrl("/login?signed-out"))
                // The other forms use nothing a browser would send along by itself; for them a
                // foreign origin is refused, which needs no session.
                .csrf(csrf -> csrf.ignoringRequestMatchers("/register", "/confirm-email", "/reset"))
                .addFilterBefore(
                        new ForeignOrigins(identity.publicOrigin(), problems), CsrfFilter.class)
                .exceptionHandling(handling -> handling.accessDeniedHandler(steps))
                .build();
    }

    /// Said with every answer of this service, since any of them may become an error page.
    @Bean
    Customizer<HeadersConfigurer<HttpSecurity>> strictHeaders() {
        return headers ->
                headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        // Not "no-referrer": browsers would then send our own forms without origin.
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
    }

    /// Remembers the one kind of request a sign-in interrupts, for pages and programs alike.
    @Bean
    RequestCache interruptedRequests() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(
                PathPatternRequestMatcher.withDefaults()
                        .matcher(HttpMethod.GET, "/oauth2/authorize"));
        return cache;
    }

    @Bean
    CookieSerializer sessionCookie(IdentityProperties identity) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName("AUTH_SESSION");
        // Plain: decoded from Base64 an id might hold what the database refuses to look for.
        cookie.setUseBase64Encoding(false);
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setUseSecureCookie("https".equals(identity.publicOrigin().getScheme()));
        return cookie;
    }

    @Bean
    OpenPaths openPaths() {
        return OpenPaths.of(
                "POST /api/v1/auth/register",
                "POST /api/v1/auth/verify",
                "POST /api/v1/auth/verify/resend",
                "POST /api/v1/auth/password-reset",
                "POST /api/v1/auth/password-reset/confirm");
    }
}
