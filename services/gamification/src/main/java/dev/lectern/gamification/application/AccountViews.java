package dev.lectern.gamification.application;

import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import dev.lectern.gamification.domain.Badge;
import dev.lectern.gamification.domain.Visibility;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What learners see of what they have.
@Component
public class AccountViews {

    private static final int POINTS_A_LEVEL = 100;
    private static final int STREAK_DAYS = 7;

    private final JdbcClient jdbc;
    private final Balances balances;
    private final Clock clock;

    AccountViews(JdbcClient jdbc, Balances balances, Clock clock) {
        this.jdbc = jdbc;
        this.balances = balances;
        this.clock = clock;
    }

    private record Streak(LocalDate firstDay, LocalDate lastDay, @Nullable String timeZone) {}

    private record Standing(int bestQuizPercent, int longestStreak) {}

    /// What the caller has.
    public PointsView points(Caller caller) {
        var balance = balances.total(caller.id());
        return new PointsView(balance, 1 + balance / POINTS_A_LEVEL, streakOf(caller.id()));
    }

    private int streakOf(UUID learner) {
        return jdbc.sql(
                        """
                        select r.first_day, r.last_day, a.time_zone
                        from streak_run r join account a using (learner_id)
                        where learner_id = :learner order by r.last_day desc limit 1
                        """)
                .param("learner", learner)
                .query(Streak.class)
                .optional()
                .map(this::daysOf)
                .orElse(0);
    }

    private int daysOf(Streak streak) {
        var zone = ZoneId.of(streak.timeZone() == null ? "UTC" : streak.timeZone());
        var yesterday = LocalDate.ofInstant(clock.instant(), zone).minusDays(1);
        if (streak.lastDay().isBefore(yesterday)) {
            return 0;
        }
        return Math.toIntExact(streak.lastDay().toEpochDay() - streak.firstDay().toEpochDay()) + 1;
    }

    /// The caller's ledger, newest line first.
    public Page<EntryView> ledger(PageQuery page, Caller caller) {
        var rows =
                jdbc.sql(
                                """
                                select id, points, rule, rule_version, course_id, subject_id,
                                       source_event_id, reverses, happened_at as at
                                from point_entry
                                where learner_id = :learner
                                  and (cast(:after as uuid) is null or id < :after)
                                order by id desc limit :rows
                                """)
                        .param("learner", caller.id())
                        .param("after", page.after())
                        .param("rows", page.rows())
                        .query(EntryView.class)
                        .list();
        return Page.of(rows, page, EntryView::id);
    }

    /// All rules in all their versions, the newest version first.
    public List<RuleView> rules() {
        return jdbc.sql(
                        """
                        select code, version, points, once_per, since from point_rule
                        order by code, version desc
                        """)
                .query(RuleView.class)
                .list();
    }

    /// The caller's gallery: every badge there is, with how far they are.
    public List<BadgeView> badges(Caller caller) {
        var standing =
                jdbc.sql(
                                "select best_quiz_percent, longest_streak from account where"
                                        + " learner_id = :learner")
                        .param("learner", caller.id())
                        .query(Standing.class)
                        .optional()
                        .orElse(new Standing(0, 0));
        var earned = earnedBy(caller.id());
        return Arrays.stream(Badge.values())
                .map(badge -> view(badge, standing, earned.get(badge)))
                .toList();
    }

    private Map<Badge, Instant> earnedBy(UUID learner) {
        var earned = new HashMap<Badge, Instant>();
        jdbc.sql("select code, earned_at from badge where learner_id = :learner")
                .param("learner", learner)
                .query(row -> {
                    earned.put(
                            Badge.valueOf(row.getString("code")),
                            row.getObject("earned_at", OffsetDateTime.class).toInstant());
                });
        return earned;
    }

    private static BadgeView view(Badge badge, Standing standing, @Nullable Instant earnedAt) {
        var progress =
                switch (badge) {
                    case FIRST_COURSE -> 0;
                    case STREAK_7 -> Math.min(99, standing.longestStreak() * 100 / STREAK_DAYS);
                    case PERFECT_QUIZ -> Math.min(99, standing.bestQuizPercent());
                };
        var title =
                switch (badge) {
                    case FIRST_COURSE -> "First course";
                    case STREAK_7 -> "Seven days in a row";
                    case PERFECT_QUIZ -> "Perfect quiz";
                };
        return new BadgeView(badge.name(), title, earnedAt == null ? progress : 100, earnedAt);
    }

    /// How the caller is seen.
    public VisibilityView visibility(Caller caller) {
        return jdbc.sql("select visibility, pseudonym from account where learner_id = :learner")
                .param("learner", caller.id())
                .query(VisibilityView.class)
                .optional()
                .orElse(new VisibilityView(Visibility.PSEUDONYM.name(), null));
    }
}
