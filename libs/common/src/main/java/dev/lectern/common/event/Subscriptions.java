package dev.lectern.common.event;

import dev.lectern.events.ContractEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Which use case each type of one producer leads to.
public final class Subscriptions {

    /// What is done with an envelope.
    interface UseCase {

        /// @param isNews false where it was sent because this service asked for it again
        void accept(Envelope envelope, boolean isNews);
    }

    private final Map<String, UseCase> byType = new LinkedHashMap<>();

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
                (envelope, isNews) ->
                        useCase.accept(
                                new Received<>(
                                        EventJson.data(envelope, type),
                                        envelope.id(),
                                        envelope.subject(),
                                        envelope.order(),
                                        envelope.time(),
                                        isNews)));
        return this;
    }

    /// Leads an event to a use case that announces it: what was told again on request is no news,
    /// and does not get there.
    public <E extends ContractEvent> Subscriptions onNews(
            Class<E> type, Consumer<Received<E>> useCase) {
        return onReceived(
                type,
                received -> {
                    if (received.isNews()) {
                        useCase.accept(received);
                    }
                });
    }

    /// Leads an event as it came to a use case that takes every type alike.
    public Subscriptions onEnvelope(String type, Consumer<Envelope> useCase) {
        on(type, useCase);
        return this;
    }

    /// Leads a message that is no contract event, but speaks of this module, to its handler.
    void on(String type, Consumer<Envelope> handler) {
        byType.put(type, (envelope, isNews) -> handler.accept(envelope));
    }

    Set<String> types() {
        return byType.keySet();
    }

    @Nullable UseCase of(String type) {
        return byType.get(type);
    }
}
