package dev.lectern.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Token buckets, shared by all gateways through Redis. While Redis does not answer each gateway
/// counts for itself, and Redis is left alone for a moment, so that one that hangs costs one
/// request its patience and not all of them.
@Component
final class Buckets {

    /// What is left of a bucket after one request asked for a token.
    record Draw(ConsumptionProbe probe, boolean shared) {}

    private static final Logger log = LoggerFactory.getLogger(Buckets.class);
    private static final Duration PATIENCE = Duration.ofMillis(250);

    /// A little less, so that a bucket gives up before anybody stops listening to it.
    private static final Duration PATIENCE_OF_A_BUCKET = Duration.ofMillis(200);

    private static final int LOCAL_BUCKETS = 100_000;

    private final Mono<AsyncProxyManager<String>> shared;
    private final Cache<String, Bucket> local;
    private final Duration rest;
    private final Clock clock;
    private volatile Instant restingUntil = Instant.MIN;

    Buckets(LettuceConnectionFactory redis, LimitSettings settings, Clock clock) {
        this.shared =
                Mono.fromCallable(() -> connected(redis))
                        .subscribeOn(Schedulers.boundedElastic())
                        .cache(
                                _ -> Duration.ofMillis(Long.MAX_VALUE),
                                _ -> Duration.ZERO,
                                () -> Duration.ZERO);
        this.local =
                Caffeine.newBuilder()
                        .maximumSize(LOCAL_BUCKETS)
                        .expireAfterAccess(settings.window().multipliedBy(2))
                        .build();
        this.rest = settings.rest();
        this.clock = clock;
    }

    /// Before the first request, which would otherwise run out of patience.
    @EventListener(ApplicationStartedEvent.class)
    void connectAhead() {
        shared.subscribe(
                _ -> {}, failure -> log.info("Redis is not there yet: {}", failure.toString()));
    }

    Mono<Draw> draw(Policy policy, String whom) {
        String key = policy.bucketOf(whom);
        if (clock.instant().isBefore(restingUntil)) {
            return drawLocally(policy, key);
        }
        return drawShared(policy, key)
                .timeout(PATIENCE)
                .onErrorResume(failure -> {
                    log.warn("Limits are counted locally: {}", failure.toString());
                    restingUntil = clock.instant().plus(rest);
                    return drawLocally(policy, key);
                });
    }

    private Mono<Draw> drawShared(Policy policy, String key) {
        return shared.flatMap(proxies ->
                Mono.fromFuture(() ->
                                proxies.builder()
                                        .build(key, configured(policy))
                                        .tryConsumeAndReturnRemaining(1))
                        .map(probe -> new Draw(probe, true)));
    }

    private Mono<Draw> drawLocally(Policy policy, String key) {
        return Mono.fromSupplier(() -> {
            Bucket bucket = local.get(key, _ -> localBucket(policy));
            return new Draw(bucket.tryConsumeAndReturnRemaining(1), false);
        });
    }

    private static Supplier<CompletableFuture<BucketConfiguration>> configured(Policy policy) {
        return () -> CompletableFuture.completedFuture(policy.configuration());
    }

    private static Bucket localBucket(Policy policy) {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(policy.quota())
                                .refillGreedy(policy.quota(), policy.window()))
                .build();
    }

    private static AsyncProxyManager<String> connected(LettuceConnectionFactory redis) {
        // The sessions' client with its address and credentials, but a connection of its own:
        // buckets
        // are bytes, and their traffic must not queue behind sessions.
        RedisClient client = (RedisClient) redis.getRequiredNativeClient();
        return Bucket4jLettuce.casBasedBuilder(
                        client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE)))
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                                Duration.ofSeconds(10)))
                .requestTimeout(PATIENCE_OF_A_BUCKET)
                .build()
                .asAsync();
    }
}
