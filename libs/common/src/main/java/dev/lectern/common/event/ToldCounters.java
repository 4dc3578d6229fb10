package dev.lectern.common.event;

import dev.lectern.events.Platform;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.stream.Collectors;

/// What happens in the business, as counters: a service names those of its own events that are
/// worth one, and each is counted when it is told, after the commit.
final class ToldCounters {

    private final Map<String, Counter> byType;

    ToldCounters(
            Map<String, String> typeByCounter, Platform.Service service, MeterRegistry meters) {
        byType =
                typeByCounter.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getValue,
                                        named -> counter(named, service, meters)));
    }

    private static Counter counter(
            Map.Entry<String, String> named, Platform.Service service, MeterRegistry meters) {
        if (!service.publishes().contains(named.getValue())) {
            throw new IllegalArgumentException(
                    "lectern.counters.%s counts %s, which %s does not publish. It publishes %s."
                            .formatted(
                                    named.getKey(),
                                    named.getValue(),
                                    service.name(),
                                    service.publishes()));
        }
        return Counter.builder("lectern." + named.getKey())
                .description("How often " + named.getValue() + " was told")
                .register(meters);
    }

    void count(String type) {
        var counter = byType.get(type);
        if (counter != null) {
            counter.increment();
        }
    }
}
