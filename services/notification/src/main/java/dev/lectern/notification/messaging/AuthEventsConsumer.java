package dev.lectern.notification.messaging;

import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Received;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.common.security.Role;
import dev.lectern.events.auth.RoleGranted;
import dev.lectern.notification.application.Announcing;
import dev.lectern.notification.domain.Kind;
import dev.lectern.notification.domain.News;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What auth tells.
@Component
class AuthEventsConsumer implements EventConsumer {

    // Learners are everybody, and of instructors user tells.
    private static final Set<String> STAFF =
            Set.of(Role.moderator.name(), Role.support.name(), Role.admin.name());

    private final Announcing announcing;

    AuthEventsConsumer(Announcing announcing) {
        this.announcing = announcing;
    }

    @Override
    public String producer() {
        return "auth";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.onNews(RoleGranted.class, this::granted);
    }

    private void granted(Received<RoleGranted> told) {
        var event = told.event();
        if (STAFF.contains(event.role())) {
            announcing.announce(
                    News.of(Kind.STAFF_ROLE_GRANTED, event.userId(), event.userId())
                            .on(told.id())
                            .saying(event.role()));
        }
    }
}
