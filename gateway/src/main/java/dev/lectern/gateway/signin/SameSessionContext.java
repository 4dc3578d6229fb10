package dev.lectern.gateway.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Replaces the identity within a session without changing the session's id.
final class SameSessionContext implements ServerSecurityContextRepository {

    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return exchange.getSession()
                .doOnNext(session ->
                        session.getAttributes()
                                .put(
                                        WebSessionServerSecurityContextRepository
                                                .DEFAULT_SPRING_SECURITY_CONTEXT_ATTR_NAME,
                                        context))
                .then();
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        return Mono.empty();
    }
}
