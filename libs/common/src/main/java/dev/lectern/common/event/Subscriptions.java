package dev.lectern.common.event;

import dev.lectern.events.ContractEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Which use case each type of one producer leads to.
public final class Subscriptions {

    private final Map<String, Consumer<Envelope>> byType = new LinkedHashMap<>();

    Subscriptions() {}

    /// Leads an event to a use case that needs no more than the fact.
    public <E extends ContractEvent> Subscriptions on(Class<E> type, Consumer<E> useCase) {
        return onReceived(type, received -> useCase.accept(received.event()));
    }

    /// Leads an event to a use case that also needs its sequence or its time.
    public <E extends ContractEvent> Subscriptions onReceived(
            Class<E> type, Consumer<Received<E>> useCase) {
        byType.put(
                ContractEvent.typeOf(type),
                envelope ->
                        useCase.accept(
                                new Received<>(
                                        EventJson.data(envelope, type),
                                        envelope.id(),
                                        envelope.subject(),
                                        envelope.order(),
                                        envelope.time())));
        return this;
    }

    /// Leads a message that is no contract event, but speaks of this module, to its handler.
    void on(String type, Consumer<Envelope> handler) {
        byType.put(type, handler);
    }

    Set<String> types() {
        return byType.keySet();
    }

    @Nullable Consumer<Envelope> of(String type) {
        return byType.get(type);
    }
}
