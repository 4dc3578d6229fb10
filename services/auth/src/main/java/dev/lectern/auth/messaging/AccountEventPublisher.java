package dev.lectern.auth.messaging;

import dev.lectern.auth.domain.AccountEvent;
import dev.lectern.common.event.Outbox;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.auth.EmailVerified;
import dev.lectern.events.auth.MfaChanged;
import dev.lectern.events.auth.RoleGranted;
import dev.lectern.events.auth.SessionRevoked;
import dev.lectern.events.auth.UserRegistered;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Decides what leaves the house, in the transaction of what happened: ids and nothing personal.
@Component
class AccountEventPublisher {

    private final Outbox outbox;

    AccountEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void publish(AccountEvent happened) {
        contractOf(happened)
                .ifPresent(contract -> outbox.append(happened.account().value(), contract));
    }

    private static Optional<ContractEvent> contractOf(AccountEvent happened) {
        var user = happened.account().value();
        return switch (happened) {
            case AccountEvent.Registered _ -> Optional.of(new UserRegistered(user));
            case AccountEvent.EmailVerified _ -> Optional.of(new EmailVerified(user));
            case AccountEvent.RoleGranted(_, var role) ->
                    Optional.of(new RoleGranted(user, role.onTheWire()));
            // Nobody keeps a copy of roles: tokens carry them, and the sessions end with the role.
            case AccountEvent.RoleWithdrawn _ -> Optional.empty();
            case AccountEvent.SecondFactorTurnedOn _ -> Optional.of(new MfaChanged(user, true));
            case AccountEvent.SecondFactorTurnedOff _ -> Optional.of(new MfaChanged(user, false));
            case AccountEvent.SignedOut(_, var signIn) ->
                    Optional.of(new SessionRevoked(user, signIn.toString()));
            case AccountEvent.SignedOutEverywhere _ -> Optional.of(new SessionRevoked(user, null));
        };
    }
}
