package dev.lectern.analytics.application;

import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.event.Envelope;
import dev.lectern.common.event.EventJson;
import dev.lectern.common.event.Received;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.course.CourseMembershipChanged;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Another service told something: it is logged and counted, whatever it is.
@Service
@Transactional
public class Tapping {

    private static final String MEMBERSHIP = ContractEvent.typeOf(CourseMembershipChanged.class);

    private final EventLog log;
    private final Pseudonyms pseudonyms;
    private final MembershipCopy members;

    Tapping(EventLog log, Pseudonyms pseudonyms, MembershipCopy members) {
        this.log = log;
        this.pseudonyms = pseudonyms;
        this.members = members;
    }

    public void tap(Envelope envelope) {
        if (envelope.type().equals(MEMBERSHIP)) {
            members.keep(
                    new Received<>(
                            EventJson.data(envelope, CourseMembershipChanged.class),
                            envelope.id(),
                            envelope.subject(),
                            envelope.order(),
                            envelope.time()));
        }
        var data = envelope.data().deepCopy();
        pseudonyms.replaceIn(data);
        log.append(new LoggedEvent(envelope.id(), envelope.type(), envelope.time(), data));
    }
}
