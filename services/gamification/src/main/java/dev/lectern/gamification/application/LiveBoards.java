package dev.lectern.gamification.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/// The boards in Redis: a copy of the balances that can be thrown away at any time. Each row has
/// the revision of its balance, so that two writers may come in any order; a board is believed only
/// while all of it is there.
@Component
class LiveBoards {

    private static final Logger log = LoggerFactory.getLogger(LiveBoards.class);

    /// How long nobody waits for a Redis that has just not answered.
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /// A board is copied anew this often, should anything ever have gone past it.
    private static final Duration BELIEVED = Duration.ofHours(1);

    /// Redis templates know the answer by its raw class.
    @SuppressWarnings("rawtypes")
    private static final RedisScript<List> READ = script("read-board", List.class);

    private static final RedisScript<Long> WRITE = script("write-board", Long.class);

    private final StringRedisTemplate redis;
    private final Clock clock;
    private volatile Instant pausedUntil = Instant.EPOCH;

    LiveBoards(StringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /// What Redis says.
    sealed interface Answer {

        /// The whole board is there.
        record Standing(Instant asOf, List<Place> best, long ahead) implements Answer {}

        /// It is not, or not all of it.
        record Missing() implements Answer {}

        /// Redis itself does not answer.
        record Away() implements Answer {}
    }

    /// Somebody on a board.
    record Place(UUID learnerId, long points) {}

    /// The best of a board, and how many have more than these points.
    Answer read(BoardKey board, int count, long points) {
        if (clock.instant().isBefore(pausedUntil)) {
            return new Answer.Away();
        }
        try {
            var answer =
                    redis.execute(READ, keysOf(board), Integer.toString(count - 1), "(" + points);
            return answer == null || answer.isEmpty() ? new Answer.Missing() : standing(answer);
        } catch (DataAccessException e) {
            pausedUntil = clock.instant().plus(PAUSE);
            log.warn("Redis does not answer, boards come from Postgres: {}", e.getMessage());
            return new Answer.Away();
        }
    }

    /// Writes the newest rows of a board; older ones than it has have no effect.
    void write(BoardKey board, List<Balances.Row> rows) {
        var arguments = new ArrayList<String>();
        arguments.add(Long.toString(clock.instant().toEpochMilli()));
        for (var row : rows) {
            arguments.add(row.learnerId().toString());
            arguments.add(Long.toString(row.isOnBoard() ? row.points() : 0));
            arguments.add(Long.toString(row.revision()));
        }
        redis.execute(WRITE, keysOf(board), arguments.toArray());
    }

    /// Begins a board anew: from here on it is not believed.
    void begin(BoardKey board) {
        redis.delete(keysOf(board));
    }

    /// All of the board is there.
    void complete(BoardKey board) {
        redis.opsForValue()
                .set(
                        keysOf(board).getLast(),
                        Long.toString(clock.instant().toEpochMilli()),
                        BELIEVED);
    }

    private static Answer standing(List<?> answer) {
        var best = new ArrayList<Place>();
        for (var i = 2; i + 1 < answer.size(); i += 2) {
            best.add(
                    new Place(
                            UUID.fromString(text(answer, i)), Long.parseLong(text(answer, i + 1))));
        }
        return new Answer.Standing(
                Instant.ofEpochMilli(Long.parseLong(text(answer, 0))),
                best,
                Long.parseLong(text(answer, 1)));
    }

    private static String text(List<?> answer, int index) {
        return String.valueOf(answer.get(index));
    }

    /// The braces keep the keys of one board on one node.
    private static List<String> keysOf(BoardKey board) {
        var name = "gamification:{" + board.scope() + ":" + board.period() + "}:";
        return List.of(name + "points", name + "revisions", name + "whole");
    }

    private static <T> RedisScript<T> script(String name, Class<T> type) {
        return RedisScript.of(new ClassPathResource("redis/" + name + ".lua"), type);
    }
}
