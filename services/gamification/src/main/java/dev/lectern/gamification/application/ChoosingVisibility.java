package dev.lectern.gamification.application;

import dev.lectern.common.security.Caller;
import dev.lectern.gamification.domain.Visibility;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A learner chooses how others see them on boards. HIDDEN takes them off all of them at once: who
/// reads a board is answered by this choice, whatever Redis still holds.
@Service
@Transactional
public class ChoosingVisibility {

    private final OpenAccounts accounts;
    private final Balances balances;
    private final RefreshingBoards boards;
    private final Clock clock;

    ChoosingVisibility(
            OpenAccounts accounts, Balances balances, RefreshingBoards boards, Clock clock) {
        this.accounts = accounts;
        this.balances = balances;
        this.boards = boards;
        this.clock = clock;
    }

    /// Chosen again, it stays so.
    public void choose(Visibility visibility, Caller caller) {
        var account = accounts.locked(caller.id());
        account.show(visibility);
        balances.show(caller.id(), account.isShown());
        boards.soon(caller.id(), "shown-" + clock.instant());
        accounts.keep(account);
    }
}
