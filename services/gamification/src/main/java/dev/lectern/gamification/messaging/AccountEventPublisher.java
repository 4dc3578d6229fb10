package dev.lectern.gamification.messaging;

import dev.lectern.common.event.Outbox;
import dev.lectern.events.gamification.BadgeEarned;
import dev.lectern.events.gamification.PointsAwarded;
import dev.lectern.events.gamification.PointsReversed;
import dev.lectern.events.gamification.StreakExtended;
import dev.lectern.gamification.domain.AccountEvent;
import dev.lectern.gamification.domain.PointEntry;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Decides what leaves the house, in the same transaction: ids, numbers and days, never a name, a
/// pseudonym or a zone.
@Component
class AccountEventPublisher {

    private final Outbox outbox;

    AccountEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void publish(AccountEvent happened) {
        switch (happened) {
            case AccountEvent.Awarded(var entry) ->
                    outbox.append(entry.learnerId(), awarded(entry));
            case AccountEvent.Reversed(var entry, var reversed) ->
                    outbox.append(entry.learnerId(), reversed(entry, reversed.value()));
            case AccountEvent.Decorated(var learner, var badge, var at) ->
                    outbox.append(learner, new BadgeEarned(learner, badge.name(), at));
            case AccountEvent.Extended(var learner, var days, var lastDay) ->
                    outbox.append(learner, new StreakExtended(learner, days, lastDay));
        }
    }

    private static PointsAwarded awarded(PointEntry entry) {
        return new PointsAwarded(
                entry.id().value(),
                entry.learnerId(),
                entry.courseId(),
                entry.rule().name(),
                entry.ruleVersion(),
                entry.points(),
                entry.happenedAt());
    }

    private static PointsReversed reversed(PointEntry entry, UUID given) {
        return new PointsReversed(
                entry.id().value(),
                given,
                entry.learnerId(),
                entry.courseId(),
                -entry.points(),
                entry.happenedAt());
    }
}
