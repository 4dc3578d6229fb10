package dev.lectern.gamification.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.gamification.GamificationServiceTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;

/// A hundred thousand learners on one board of several.
class ManyLearnersTest extends GamificationServiceTest {

    private static final int LEARNERS = 100_000;

    @Autowired Balances balances;
    @Autowired RefreshingBoards refreshing;
    @Autowired LiveBoards live;
    @Autowired StringRedisTemplate redis;

    private final BoardKey board = new BoardKey(course.toString(), "ALL");

    @BeforeEach
    void fillTheBoards() {
        for (var scope : new String[] {course.toString(), UUID.randomUUID().toString()}) {
            for (var period : new String[] {"ALL", "2026-W40"}) {
                database.sql(
                                """
                                insert into points_balance
                                select :scope, :period,
                                       cast(md5(n::text) as uuid), (n * 7919) % 50000 + 1,
                                       n % 10 <> 0, 1
                                from generate_series(1, :learners) n
                                """)
                        .param("scope", scope)
                        .param("period", period)
                        .param("learners", LEARNERS)
                        .update();
            }
        }
        // Not vacuumed: the worst the planner can meet, with no page known to be visible to all.
        database.sql("analyze points_balance").update();
    }

    @AfterEach
    void leaveNobodyWithoutALedger() {
        database.sql("truncate points_balance").update();
    }

    @Test
    void areRankedByTheIndexAndNeverByAScan() {
        var best = plan(Balances.Sql.BEST.replace(":count", "10"));
        var ahead = plan(Balances.Sql.AHEAD.replace(":points", "2"));

        assertThat(best).contains("points_balance_board").doesNotContain("Seq Scan", "Sort");
        assertThat(ahead).contains("points_balance_board").doesNotContain("Seq Scan");
    }

    @Test
    void areCopiedToRedisWholeAndAlike() {
        var best = balances.best(board, 10);
        var ahead = balances.ahead(board, 12_345);
        assertThat(live.read(board, 10, 12_345)).isInstanceOf(LiveBoards.Answer.Missing.class);

        refreshing.soon(board);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> live.read(board, 10, 12_345) instanceof LiveBoards.Answer.Standing);
        var standing = (LiveBoards.Answer.Standing) live.read(board, 10, 12_345);
        assertThat(standing.ahead()).isEqualTo(ahead);
        assertThat(standing.best())
                .isEqualTo(
                        best.stream()
                                .map(row -> new LiveBoards.Place(row.learnerId(), row.points()))
                                .toList());
        assertThat(redis.opsForZSet().zCard("gamification:{" + course + ":ALL}:points"))
                .isEqualTo(LEARNERS * 9L / 10);
    }

    private String plan(String sql) {
        return String.join(
                "\n",
                database.sql("explain " + sql)
                        .param("scope", board.scope())
                        .param("period", board.period())
                        .query(String.class)
                        .list());
    }
}
