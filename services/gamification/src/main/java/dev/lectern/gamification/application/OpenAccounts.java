package dev.lectern.gamification.application;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.lectern.common.task.DurableTasks;
import dev.lectern.gamification.domain.Account;
import dev.lectern.gamification.domain.Accounts;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds or opens a learner's account and keeps everybody else off it until the transaction ends,
/// also when there was no row yet that could be locked.
@Component
public class OpenAccounts {

    /// Asks where a learner lives; the instance is the learner.
    public static final TaskDescriptor<Newcomer> ASK_HOME =
            TaskDescriptor.of("ask-home", Newcomer.class);

    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final DurableTasks tasks;

    OpenAccounts(Accounts accounts, JdbcClient jdbc, DurableTasks tasks) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.tasks = tasks;
    }

    /// Whose time zone is asked for.
    public record Newcomer(UUID learnerId) {}

    Account locked(UUID learner) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:learner, 0))")
                .param("learner", learner.toString())
                .query((row, number) -> learner)
                .single();
        return accounts.findByLearnerId(learner).orElseGet(() -> opened(learner));
    }

    /// To be called last: what was changed without it is stored, but never told.
    void keep(Account account) {
        accounts.save(account);
    }

    private Account opened(UUID learner) {
        tasks.soon(ASK_HOME, learner.toString(), new Newcomer(learner));
        return accounts.save(Account.of(learner));
    }
}
