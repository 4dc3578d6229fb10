package dev.lectern.analytics.application;

import dev.lectern.common.event.Envelope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Another service told something: it is logged and counted, whatever it is.
@Service
@Transactional
public class Tapping {

    private final EventLog log;
    private final Pseudonyms pseudonyms;
    private final KeepingCopies copies;

    Tapping(EventLog log, Pseudonyms pseudonyms, KeepingCopies copies) {
        this.log = log;
        this.pseudonyms = pseudonyms;
        this.copies = copies;
    }

    public void tap(Envelope envelope) {
        copies.keep(envelope);
        var data = envelope.data().deepCopy();
        pseudonyms.replaceIn(data);
        log.append(new LoggedEvent(envelope.id(), envelope.type(), envelope.time(), data));
    }
}
