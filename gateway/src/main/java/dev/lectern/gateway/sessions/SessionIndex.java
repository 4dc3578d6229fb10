package dev.lectern.gateway.sessions;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Knows which browser sessions a user has, and which belongs to which sign-in at auth, so that
/// they can be ended without waiting for their tokens to expire.
@Component
public final class SessionIndex {

    private final ReactiveStringRedisTemplate redis;
    private final ReactiveSessionRepository<?> sessions;
    private final Duration longest;
    private final Clock clock;

    SessionIndex(
            ReactiveStringRedisTemplate redis,
            ReactiveSessionRepository<?> sessions,
            SessionSettings settings,
            Clock clock) {
        this.redis = redis;
        this.sessions = sessions;
        this.longest = settings.longest();
        this.clock = clock;
    }

    /// Enters a session under its user and under every `sid` that a revocation may name it by.
    public Mono<Void> enter(String sessionId, String userId, Collection<String> sids) {
        return Flux.concat(
                        Mono.just(ofUser(userId)), Flux.fromIterable(sids).map(SessionIndex::ofSid))
                .concatMap(key -> enter(key, sessionId))
                .then();
    }

    /// Ends the session of one sign-in, or all sessions of the user where none is named. Ending
    /// what has ended already is the normal case of a repeated event.
    Mono<Long> end(String userId, @Nullable String sid) {
        String key = sid == null ? ofUser(userId) : ofSid(sid);
        return redis.opsForZSet()
                .range(key, Range.unbounded())
                .concatMap(sessionId -> sessions.deleteById(sessionId).thenReturn(sessionId))
                .count()
                .flatMap(ended -> redis.delete(key).thenReturn(ended));
    }

    private Mono<Void> enter(String key, String sessionId) {
        double now = clock.millis();
        double end = now + longest.toMillis();
        return redis.opsForZSet()
                .add(key, sessionId, end)
                .then(redis.opsForZSet().removeRangeByScore(key, Range.closed(0.0, now)))
                .then(redis.expire(key, longest))
                .then();
    }

    private static String ofUser(String userId) {
        return "lectern:gateway:sessions-of-user:" + userId;
    }

    private static String ofSid(String sid) {
        return "lectern:gateway:sessions-of-sid:" + sid;
    }
}
