package dev.lectern.auth.web;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// What protects an account is for its owner alone, who has signed in: a program with an API key
/// may neither change it nor step up.
@Configuration(proxyBeanMethods = false)
class SignedInPeople implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns(
                        "/api/v1/auth/api-keys/**",
                        "/api/v1/auth/mfa/**",
                        "/api/v1/auth/sessions/**",
                        "/api/v1/auth/step-up");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (who instanceof JwtAuthenticationToken token
                && token.getToken().getClaimAsString("sid") == null
                // Services are nobody here, and told so by what asks for a person.
                && !List.of(Role.service.name()).equals(token.getToken().getClaim("roles"))) {
            throw GenericRefusal.forbidden();
        }
        return true;
    }
}
