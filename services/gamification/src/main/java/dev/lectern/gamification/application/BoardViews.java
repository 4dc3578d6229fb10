package dev.lectern.gamification.application;

import dev.lectern.common.security.Caller;
import dev.lectern.gamification.application.BoardKey.Period;
import dev.lectern.gamification.application.LiveBoards.Answer;
import dev.lectern.gamification.application.LiveBoards.Place;
import dev.lectern.gamification.domain.Visibility;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The boards as people see them. Redis is asked first; where it does not know, Postgres answers
/// the same. Who is seen at all, and as whom, always comes from Postgres.
@Component
public class BoardViews {

    private static final int SHOWN = 10;

    private final LiveBoards live;
    private final Balances balances;
    private final RefreshingBoards refreshing;
    private final CourseBoards courses;
    private final BoardNames names;
    private final JdbcClient jdbc;
    private final Clock clock;

    BoardViews(
            LiveBoards live,
            Balances balances,
            RefreshingBoards refreshing,
            CourseBoards courses,
            BoardNames names,
            JdbcClient jdbc,
            Clock clock) {
        this.live = live;
        this.balances = balances;
        this.refreshing = refreshing;
        this.courses = courses;
        this.names = names;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Seen(UUID learnerId, Visibility visibility, String pseudonym) {}

    /// The board of everybody.
    public BoardView all(Period period, Caller caller) {
        return board(BoardKey.of(null, period, clock.instant()), caller);
    }

    /// The board of a course, for those who learn or teach it.
    public BoardView ofCourse(UUID course, Period period, Caller caller) {
        courses.requireAccess(course, caller);
        return board(BoardKey.of(course, period, clock.instant()), caller);
    }

    private BoardView board(BoardKey key, Caller caller) {
        var mine = balances.of(key, caller.id());
        var points = mine.map(Balances.Row::points).orElse(0L);
        var standing = standing(key, points);
        var onBoard = mine.map(Balances.Row::isOnBoard).orElse(false);
        return new BoardView(
                standing.asOf(),
                items(standing.best(), caller.id()),
                new BoardView.Me(onBoard ? standing.ahead() + 1 : null, points));
    }

    private Answer.Standing standing(BoardKey key, long points) {
        return switch (live.read(key, SHOWN, points)) {
            case Answer.Standing whole -> whole;
            case Answer.Away _ -> stored(key, points);
            case Answer.Missing _ -> {
                var stored = stored(key, points);
                if (!stored.best().isEmpty()) {
                    refreshing.soon(key);
                }
                yield stored;
            }
        };
    }

    private Answer.Standing stored(BoardKey key, long points) {
        var best =
                balances.best(key, SHOWN).stream()
                        .map(row -> new Place(row.learnerId(), row.points()))
                        .toList();
        Instant asOf = clock.instant();
        return new Answer.Standing(asOf, best, balances.ahead(key, points));
    }

    private List<BoardView.Item> items(List<Place> best, UUID caller) {
        var seen = seen(best.stream().map(Place::learnerId).toList());
        var named =
                names.of(
                        seen.values().stream()
                                .filter(one -> one.visibility() == Visibility.NAME)
                                .map(Seen::learnerId)
                                .toList());
        var items = new ArrayList<BoardView.Item>();
        var rank = 0L;
        var before = Long.MAX_VALUE;
        for (var place : best) {
            var one = seen.get(place.learnerId());
            if (one == null || one.visibility() == Visibility.HIDDEN) {
                // Hidden a moment ago, and Redis has not heard of it.
                continue;
            }
            if (place.points() < before) {
                rank = items.size() + 1L;
                before = place.points();
            }
            items.add(
                    new BoardView.Item(
                            rank,
                            named.getOrDefault(one.learnerId(), one.pseudonym()),
                            place.points(),
                            one.learnerId().equals(caller)));
        }
        return items;
    }

    private Map<UUID, Seen> seen(List<UUID> learners) {
        if (learners.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        """
                        select learner_id, visibility, pseudonym from account
                        where learner_id in (:learners)
                        """)
                .param("learners", learners)
                .query(Seen.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Seen::learnerId, Function.identity()));
    }
}
