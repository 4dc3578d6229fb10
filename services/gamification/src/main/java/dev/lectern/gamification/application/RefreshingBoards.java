package dev.lectern.gamification.application;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.lectern.common.task.DurableTasks;
import dev.lectern.gamification.domain.Week;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Brings Redis to where Postgres is. It always writes what a balance is now, never a difference,
/// and is repeated until Redis has it.
@Component
public class RefreshingBoards {

    private static final UUID FIRST = new UUID(0, 0);

    /// The learner's boards; the instance is the change that made it necessary.
    public static final TaskDescriptor<Learner> LEARNER =
            TaskDescriptor.of("refresh-boards-of-learner", Learner.class);

    /// A whole board; the instance is its name, so it is copied once at a time.
    public static final TaskDescriptor<BoardKey> BOARD =
            TaskDescriptor.of("copy-board", BoardKey.class);

    private final Balances balances;
    private final LiveBoards live;
    private final DurableTasks tasks;
    private final Clock clock;

    RefreshingBoards(Balances balances, LiveBoards live, DurableTasks tasks, Clock clock) {
        this.balances = balances;
        this.live = live;
        this.tasks = tasks;
        this.clock = clock;
    }

    /// Whose balances changed.
    public record Learner(UUID learnerId) {}

    /// After the surrounding transaction has committed.
    void soon(UUID learner, String change) {
        tasks.soon(LEARNER, learner + ":" + change, new Learner(learner));
    }

    void soon(BoardKey board) {
        tasks.soon(BOARD, board.scope() + ":" + board.period(), board);
    }

    public void refresh(Learner learner) {
        var week = Week.of(clock.instant()).value();
        for (var placed : balances.placed(learner.learnerId(), week)) {
            live.write(
                    placed.board(),
                    List.of(
                            new Balances.Row(
                                    learner.learnerId(),
                                    placed.points(),
                                    placed.shown(),
                                    placed.revision())));
        }
    }

    /// What changes while it is copied has the higher revision and stays.
    public void copy(BoardKey board) {
        live.begin(board);
        var last = FIRST;
        for (var rows = balances.after(board, last);
                !rows.isEmpty();
                rows = balances.after(board, last)) {
            live.write(board, rows);
            last = rows.getLast().learnerId();
        }
        live.complete(board);
    }
}
