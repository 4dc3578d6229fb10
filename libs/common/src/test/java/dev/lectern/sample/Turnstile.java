package dev.lectern.sample;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Requests that take as long as the test wants.
@RestController
public class Turnstile {

    private final AtomicInteger held = new AtomicInteger();
    private final List<SseEmitter> streams = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    public void close() {
        gate = new CountDownLatch(1);
    }

    public void open() {
        gate.countDown();
    }

    public int held() {
        return held.get();
    }

    public List<SseEmitter> streams() {
        return streams;
    }

    @GetMapping("/api/v1/turnstile")
    Map<String, Object> pass() throws InterruptedException {
        held.incrementAndGet();
        try {
            return Map.of("passed", gate.await(1, TimeUnit.MINUTES));
        } finally {
            held.decrementAndGet();
        }
    }

    @GetMapping("/api/v1/turnstile/stream")
    SseEmitter stream() {
        var stream = new SseEmitter(0L);
        streams.add(stream);
        return stream;
    }
}
