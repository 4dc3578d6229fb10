package dev.lectern.gamification.application;

import dev.lectern.gamification.domain.Account;
import dev.lectern.gamification.domain.Act;
import dev.lectern.gamification.domain.PointEntries;
import dev.lectern.gamification.domain.RuleCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What learners do gives points, badges and days of a streak. Facts come twice and in any order;
/// each has its effect once.
@Service
@Transactional
public class Earning {

    private final OpenAccounts accounts;
    private final PointEntries ledger;
    private final LedgerFacts facts;
    private final Balances balances;
    private final RefreshingBoards boards;

    Earning(
            OpenAccounts accounts,
            PointEntries ledger,
            LedgerFacts facts,
            Balances balances,
            RefreshingBoards boards) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.facts = facts;
        this.balances = balances;
        this.boards = boards;
    }

    /// A graded attempt.
    ///
    /// @param number counts the learner's attempts at this quiz from 1
    public record Graded(Act act, int number, int scorePercent, boolean passed) {}

    public void lessonCompleted(Act act) {
        var account = accounts.locked(act.learnerId());
        account.learned(act.at());
        award(account, RuleCode.LESSON_COMPLETED, act);
        accounts.keep(account);
    }

    public void attemptGraded(Graded graded) {
        var act = graded.act();
        var account = accounts.locked(act.learnerId());
        account.learned(act.at());
        account.scored(graded.scorePercent(), act.at());
        if (graded.passed() && graded.number() == 1) {
            award(account, RuleCode.QUIZ_PASSED_FIRST_TIME, act);
        }
        accounts.keep(account);
    }

    public void courseCompleted(Act act) {
        var account = accounts.locked(act.learnerId());
        account.completedACourse(act.at());
        award(account, RuleCode.COURSE_COMPLETED, act);
        accounts.keep(account);
    }

    public void reviewPosted(Act act) {
        var account = accounts.locked(act.learnerId());
        award(account, RuleCode.REVIEW_POSTED, act);
        accounts.keep(account);
    }

    private void award(Account account, RuleCode code, Act act) {
        if (facts.isRevoked(act.enrollmentId())) {
            // Its points were taken back before this was told of.
            return;
        }
        var history = facts.history(act.learnerId(), code, act.subjectId());
        if (history.stands()) {
            // Told again, or done again: the cap of the rule.
            return;
        }
        var entry = account.award(facts.ruleAt(code, act.at()), act, history.reversed());
        ledger.save(entry);
        balances.book(entry, account.isShown());
        boards.soon(act.learnerId(), entry.id().value().toString());
    }
}
