package dev.lectern.notification.integration;

import dev.lectern.notification.application.OtherReplicas;
import dev.lectern.notification.application.Streams;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import jakarta.annotation.PreDestroy;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/// Replicas tell each other by one Redis channel. Each also sends itself numbers: as long as it
/// hears them without a gap, what the others say arrives too.
@Component
class RedisReplicas implements OtherReplicas {

    private static final String CHANNEL = "lectern.notification.signals";
    // One that was sent a moment ago may still be on its way.
    private static final int ON_THEIR_WAY = 2;

    private final LettuceConnectionFactory redis;
    private final ObjectProvider<Streams> streams;
    private final String me = KeyGenerators.string().generateKey();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong heard = new AtomicLong();
    private final AtomicBoolean missed = new AtomicBoolean();
    private final AtomicBoolean connecting = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile @Nullable Line line;
    private volatile boolean closed;

    RedisReplicas(LettuceConnectionFactory redis, ObjectProvider<Streams> streams) {
        this.redis = redis;
        this.streams = streams;
    }

    private record Line(
            StatefulRedisConnection<String, String> out,
            StatefulRedisPubSubConnection<String, String> in) {

        boolean isOpen() {
            return out.isOpen() && in.isOpen();
        }

        void close() {
            if (out.isOpen()) {
                var _ = out.closeAsync();
            }
            if (in.isOpen()) {
                var _ = in.closeAsync();
            }
        }
    }

    @Override
    public void tell(UUID user) {
        publish("wake " + user);
    }

    @Override
    public boolean wereReached() {
        var now = line;
        if (now == null || !now.isOpen()) {
            connectSoon();
            return false;
        }
        var wereHeard = heard.get() >= sent.get() - ON_THEIR_WAY;
        var withoutGap = !missed.getAndSet(false);
        publish("number " + sent.incrementAndGet());
        return wereHeard && withoutGap;
    }

    private void publish(String message) {
        var now = line;
        if (now != null && now.isOpen()) {
            // Its answer is not waited for; whether it arrived shows in the numbers.
            var _ = now.out().async().publish(CHANNEL, me + " " + message);
        }
    }

    private void hear(String message) {
        var words = message.split(" ", 3);
        var mine = words[0].equals(me);
        if (words.length < 3) {
            return;
        }
        if (words[1].equals("wake") && !mine) {
            streams.getObject().wake(UUID.fromString(words[2]));
        } else if (words[1].equals("number") && mine) {
            var number = Long.parseLong(words[2]);
            if (number != heard.getAndSet(number) + 1) {
                missed.set(true);
            }
        }
    }

    /// Reconnecting is done here and not by the driver, whose pauses grow to half a minute.
    private void connectSoon() {
        if (connecting.compareAndSet(false, true)) {
            threads.execute(this::connect);
        }
    }

    private void connect() {
        try {
            var old = line;
            if (old != null) {
                old.close();
                line = null;
            }
            var client = (RedisClient) redis.getRequiredNativeClient();
            client.setOptions(
                    ClientOptions.builder()
                            .autoReconnect(false)
                            .socketOptions(client.getOptions().getSocketOptions())
                            .sslOptions(client.getOptions().getSslOptions())
                            .build());
            var in = client.connectPubSub();
            in.addListener(
                    new RedisPubSubAdapter<>() {
                        @Override
                        public void message(String channel, String message) {
                            hear(message);
                        }
                    });
            in.sync().subscribe(CHANNEL);
            var out = client.connect();
            heard.set(sent.get());
            missed.set(false);
            line = new Line(out, in);
            if (closed) {
                stop();
            }
        } catch (RedisException | IllegalStateException e) {
            // Said once a change by who watches; the next second tries again.
            line = null;
        } finally {
            connecting.set(false);
        }
    }

    @PreDestroy
    void stop() {
        closed = true;
        var now = line;
        if (now != null) {
            now.close();
        }
        threads.shutdown();
    }
}
