package dev.lectern.user.applications.messaging;

import dev.lectern.common.event.Outbox;
import dev.lectern.events.user.InstructorApproved;
import dev.lectern.user.applications.domain.ApplicationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Decides which events of applications leave the house, in the same transaction.
@Component
class ApplicationEventPublisher {

    private final Outbox outbox;

    ApplicationEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void publish(ApplicationEvent happened) {
        switch (happened) {
            case ApplicationEvent.Approved(var application, var staff) ->
                    outbox.append(
                            application.id().value(),
                            new InstructorApproved(
                                    application.id().value(), application.applicantId(), staff));
            case ApplicationEvent.Submitted _, ApplicationEvent.Rejected _ -> {
                // Between the applicant and staff; no other service acts on it.
            }
        }
    }
}
