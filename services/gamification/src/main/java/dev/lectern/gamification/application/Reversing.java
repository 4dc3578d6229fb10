package dev.lectern.gamification.application;

import dev.lectern.gamification.domain.PointEntries;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Access to a course was taken away for good, and its points go with it. Badges stay: they were
/// earned.
@Service
@Transactional
public class Reversing {

    private final OpenAccounts accounts;
    private final PointEntries ledger;
    private final LedgerFacts facts;
    private final Balances balances;
    private final RefreshingBoards boards;
    private final Clock clock;

    Reversing(
            OpenAccounts accounts,
            PointEntries ledger,
            LedgerFacts facts,
            Balances balances,
            RefreshingBoards boards,
            Clock clock) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.facts = facts;
        this.balances = balances;
        this.boards = boards;
        this.clock = clock;
    }

    /// Whose access to what was revoked.
    public record Revoke(UUID sourceEventId, UUID enrollmentId, UUID learnerId, UUID courseId) {}

    /// Told again, nothing is left to take back.
    public void revoke(Revoke command) {
        var account = accounts.locked(command.learnerId());
        facts.revoke(command.enrollmentId());
        var standing =
                ledger.standing(command.learnerId(), command.courseId(), command.enrollmentId());
        for (var given : standing) {
            var entry = account.reverse(given, command.sourceEventId(), clock.instant());
            ledger.save(entry);
            balances.book(entry, account.isShown());
        }
        boards.soon(command.learnerId(), command.sourceEventId().toString());
        accounts.keep(account);
    }
}
