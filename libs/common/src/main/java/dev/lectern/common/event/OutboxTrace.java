package dev.lectern.common.event;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Carries the trace of a request through the outbox row, so that what follows from it belongs to
/// it.
final class OutboxTrace {

    private static final String HEADER = "traceparent";

    private final Tracer tracer;
    private final Propagator propagator;

    OutboxTrace(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    @Nullable String current() {
        var context = tracer.currentTraceContext().context();
        if (context == null) {
            return null;
        }
        var headers = new HashMap<String, String>();
        propagator.inject(context, headers, (carrier, key, value) -> headers.put(key, value));
        return headers.get(HEADER);
    }

    void within(@Nullable String traceparent, Runnable send) {
        if (traceparent == null) {
            send.run();
            return;
        }
        var span =
                propagator
                        .extract(Map.of(HEADER, traceparent), (carrier, key) -> carrier.get(key))
                        .name("outbox relay")
                        .start();
        try (var _ = tracer.withSpan(span)) {
            send.run();
        } finally {
            span.end();
        }
    }
}
