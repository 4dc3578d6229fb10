package dev.lectern.notification.web;

import dev.lectern.notification.application.Sink;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// A stream as server-sent events.
final class EmitterSink implements Sink {

    private static final Duration LATER = Duration.ofSeconds(30);

    private final SseEmitter emitter;

    EmitterSink(SseEmitter emitter) {
        this.emitter = emitter;
    }

    @Override
    public void event(String id, String name, String data) throws IOException {
        emitter.send(SseEmitter.event().id(id).name(name).data(data));
    }

    @Override
    public void comment(String id) throws IOException {
        emitter.send(SseEmitter.event().comment("").id(id));
    }

    @Override
    public void comeBackLater() throws IOException {
        emitter.send(SseEmitter.event().comment("").reconnectTime(LATER.toMillis()));
    }

    @Override
    public void close() {
        emitter.complete();
    }
}
