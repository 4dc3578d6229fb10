package dev.lectern.common.trace;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Carries the trace of a request through what is kept of it, such as a row of the outbox, so that
/// what follows belongs to it.
public final class Traces {

    private static final String HEADER = "traceparent";

    private final Tracer tracer;
    private final Propagator propagator;

    Traces(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /// The trace that runs, as a `traceparent` of the W3C; null outside any.
    public @Nullable String current() {
        var context = tracer.currentTraceContext().context();
        if (context == null) {
            return null;
        }
        var headers = new HashMap<String, String>();
        propagator.inject(context, headers, (carrier, key, value) -> headers.put(key, value));
        return headers.get(HEADER);
    }

    /// Goes on with a trace that was kept, in a span of this name.
    ///
    /// @param traceparent null for none: then the work is done without one
    public void within(@Nullable String traceparent, String name, Runnable work) {
        if (traceparent == null) {
            work.run();
            return;
        }
        var span =
                propagator
                        .extract(Map.of(HEADER, traceparent), (carrier, key) -> carrier.get(key))
                        .name(name)
                        .start();
        try (var _ = tracer.withSpan(span)) {
            work.run();
        } finally {
            span.end();
        }
    }
}
