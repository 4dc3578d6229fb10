package dev.lectern.gateway.sessions;

import java.time.Clock;
import java.time.Duration;
import org.springframework.data.redis.serializer.SerializationException;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.Session;
import reactor.core.publisher.Mono;

/// Sessions in Redis that may end while a request is under way. Such a request gets its answer; the
/// next one finds no session.
final class BrowserSessions<S extends Session> implements ReactiveSessionRepository<S> {

    private final ReactiveSessionRepository<S> stored;
    private final Duration longest;
    private final Clock clock;

    BrowserSessions(ReactiveSessionRepository<S> stored, Duration longest, Clock clock) {
        this.stored = stored;
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    public Mono<S> createSession() {
        return stored.createSession();
    }

    @Override
    public Mono<Void> save(S session) {
        // Redis answers that the session is gone with an IllegalStateException. It was ended on
        // purpose, so there is nothing to keep and nobody to tell.
        return stored.save(session).onErrorResume(IllegalStateException.class, _ -> Mono.empty());
    }

    @Override
    public Mono<S> findById(String id) {
        return stored.findById(id)
                .onErrorResume(BrowserSessions::isUnreadable, _ -> Mono.empty())
                .filter(this::isYoungEnough)
                .switchIfEmpty(Mono.defer(() -> deleteById(id).then(Mono.empty())));
    }

    @Override
    public Mono<Void> deleteById(String id) {
        return stored.deleteById(id);
    }

    private boolean isYoungEnough(S session) {
        return session.getCreationTime().plus(longest).isAfter(clock.instant());
    }

    /// Written by another release, or by a request that overlapped with the end of its session.
    private static boolean isUnreadable(Throwable failure) {
        return failure instanceof IllegalStateException
                || failure instanceof SerializationException;
    }
}
