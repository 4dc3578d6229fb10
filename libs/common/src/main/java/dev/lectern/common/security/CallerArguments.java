package dev.lectern.common.security;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Resolves `Caller` and `Optional<Caller>` from the verified token.
final class CallerArguments implements HandlerMethodArgumentResolver {

    private static final ResolvableType OPTIONAL =
            ResolvableType.forClassWithGenerics(Optional.class, Caller.class);

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class || isOptional(parameter);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        return isOptional(parameter) ? current() : required();
    }

    /// The person who calls; a stranger and a service are told to sign in.
    static Caller required() {
        return current()
                .orElseThrow(() ->
                        new AuthenticationCredentialsNotFoundException(
                                "a person's token is needed"));
    }

    private static boolean isOptional(MethodParameter parameter) {
        return OPTIONAL.isAssignableFrom(ResolvableType.forMethodParameter(parameter));
    }

    private static Optional<Caller> current() {
        if (!(SecurityContextHolder.getContext().getAuthentication()
                instanceof JwtAuthenticationToken token)) {
            return Optional.empty();
        }
        var roles =
                token.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .filter(authority -> authority != null && authority.startsWith("ROLE_"))
                        .map(authority -> authority.substring("ROLE_".length()))
                        .flatMap(CallerArguments::known)
                        .collect(Collectors.toUnmodifiableSet());
        try {
            return Optional.of(new Caller(UUID.fromString(token.getName()), roles));
        } catch (IllegalArgumentException e) {
            // A service's own token names a client, not a person.
            return Optional.empty();
        }
    }

    private static Stream<Role> known(String name) {
        for (var role : Role.values()) {
            if (role.name().equals(name)) {
                return Stream.of(role);
            }
        }
        return Stream.empty();
    }
}
