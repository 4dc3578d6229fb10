package dev.lectern.notification.application;

import dev.lectern.notification.domain.SignalName;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Something of somebody's has changed: their live streams say so, wherever they are open. Ids and
/// numbers alone; whoever wants to know more asks.
@Service
@Transactional
public class Signalling {

    private final SignalLog log;
    private final Streams streams;
    private final OtherReplicas others;

    Signalling(SignalLog log, Streams streams, OtherReplicas others) {
        this.log = log;
        this.streams = streams;
        this.others = others;
    }

    public void signal(UUID user, SignalName name, Map<String, ?> changed) {
        log.append(user, name, changed);
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        streams.wake(user);
                        others.tell(user);
                    }
                });
    }
}
