package dev.lectern.gamification.application;

import dev.lectern.gamification.domain.PointEntry;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The sums of the ledger by scope and period: what every board is made of. They change in the
/// transaction of the entry, so they are never anything else than its sum.
@Component
class Balances {

    /// How many rows a board is read by when all of it is copied.
    static final int BATCH = 1000;

    private final JdbcClient jdbc;

    Balances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A learner's row on a board.
    ///
    /// @param revision a higher one is newer
    record Row(UUID learnerId, long points, boolean shown, long revision) {

        boolean isOnBoard() {
            return shown && points > 0;
        }
    }

    /// A row, with the board it is on.
    record Placed(String scope, String period, long points, boolean shown, long revision) {

        BoardKey board() {
            return new BoardKey(scope, period);
        }
    }

    /// Adds an entry to the four boards it belongs to.
    void book(PointEntry entry, boolean shown) {
        jdbc.sql(
                        """
                        insert into points_balance
                            (scope, period, learner_id, points, shown, revision)
                        select scope, period, :learner, :points, :shown, 1
                        from unnest(array[:everywhere, :course]) as scope,
                             unnest(array[:always, :week]) as period
                        on conflict (scope, period, learner_id) do update
                        set points = points_balance.points + excluded.points,
                            revision = points_balance.revision + 1
                        """)
                .param("everywhere", BoardKey.ALL_COURSES)
                .param("course", entry.courseId().toString())
                .param("always", BoardKey.ALL_TIME)
                .param("week", entry.week())
                .param("learner", entry.learnerId())
                .param("points", entry.points())
                .param("shown", shown)
                .update();
    }

    /// Shows a learner on all boards, or on none.
    void show(UUID learner, boolean shown) {
        jdbc.sql(
                        """
                        update points_balance set shown = :shown, revision = revision + 1
                        where learner_id = :learner and shown <> :shown
                        """)
                .param("learner", learner)
                .param("shown", shown)
                .update();
    }

    long total(UUID learner) {
        return of(new BoardKey(BoardKey.ALL_COURSES, BoardKey.ALL_TIME), learner)
                .map(Row::points)
                .orElse(0L);
    }

    Optional<Row> of(BoardKey board, UUID learner) {
        return jdbc.sql(
                        """
                        select learner_id, points, shown, revision from points_balance
                        where scope = :scope and period = :period and learner_id = :learner
                        """)
                .param("scope", board.scope())
                .param("period", board.period())
                .param("learner", learner)
                .query(Row.class)
                .optional();
    }

    /// The boards of a learner that can still be asked for.
    List<Placed> placed(UUID learner, String thisWeek) {
        return jdbc.sql(
                        """
                        select scope, period, points, shown, revision from points_balance
                        where learner_id = :learner and period in (:allTime, :week)
                        """)
                .param("learner", learner)
                .param("allTime", BoardKey.ALL_TIME)
                .param("week", thisWeek)
                .query(Placed.class)
                .list();
    }

    /// The best of a board.
    List<Row> best(BoardKey board, int count) {
        return jdbc.sql(Sql.BEST)
                .param("scope", board.scope())
                .param("period", board.period())
                .param("count", count)
                .query(Row.class)
                .list();
    }

    /// How many of a board have more points.
    long ahead(BoardKey board, long points) {
        return jdbc.sql(Sql.AHEAD)
                .param("scope", board.scope())
                .param("period", board.period())
                .param("points", points)
                .query(Long.class)
                .single();
    }

    /// The part of a board that follows a learner, in the order of their ids.
    List<Row> after(BoardKey board, UUID learner) {
        return jdbc.sql(
                        """
                        select learner_id, points, shown, revision from points_balance
                        where scope = :scope and period = :period and learner_id > :learner
                        order by learner_id limit :count
                        """)
                .param("scope", board.scope())
                .param("period", board.period())
                .param("learner", learner)
                .param("count", BATCH)
                .query(Row.class)
                .list();
    }

    /// What must be answered by the index of the board, however many are on it.
    static final class Sql {

        /// Alike points are ordered as Redis orders them.
        static final String BEST =
                """
                select learner_id, points, shown, revision from points_balance
                where scope = :scope and period = :period and shown and points > 0
                order by points desc, learner_id desc limit :count
                """;

        /// The order and its fence keep the planner at the index, which it would leave for a scan
        /// of the whole table where most of a board is ahead.
        static final String AHEAD =
                """
                select count(*) from (
                    select 1 from points_balance
                    where scope = :scope and period = :period and shown and points > 0
                      and points > :points
                    order by points desc, learner_id desc offset 0) ahead
                """;

        private Sql() {}
    }
}
