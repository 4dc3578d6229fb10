package dev.lectern.auth.messaging;

import dev.lectern.auth.application.GrantingInstructor;
import dev.lectern.auth.domain.AccountId;
import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.user.InstructorApproved;
import org.springframework.stereotype.Component;

/// What user tells.
@Component
class UserEventsConsumer implements EventConsumer {

    private final GrantingInstructor granting;

    UserEventsConsumer(GrantingInstructor granting) {
        this.granting = granting;
    }

    @Override
    public String producer() {
        return "user";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.on(
                InstructorApproved.class,
                approved -> granting.grant(new AccountId(approved.userId())));
    }
}
