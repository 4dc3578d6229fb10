package dev.lectern.analytics.application;

import dev.lectern.analytics.domain.Range;
import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// The numbers of a course, for those who may edit it and for nobody else.
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class CourseTables {

    static final String FUNNEL =
            Rollups.COUNTED
                    + """
                    select s.name, coalesce(sum(c.number), 0) as learners
                    from unnest(array['VIEWED', 'ORDERED', 'ENROLLED',
                                      'STARTED', 'HALFWAY', 'COMPLETED'])
                         with ordinality as s (name, place)
                    left join counted c on c.metric = s.name
                    group by s.name, s.place order by s.place
                    """;

    static final String DROP_OFF =
            """
            select f.lesson_id, count(*) as opened,
                   count(f.completed_at) as completed
            from fact_lesson f left join fact_lesson_place p
              using (course_id, lesson_id)
            where f.course_id = :course
              and f.opened_at >= :start and f.opened_at < :end
            group by f.lesson_id, p.version, p.place
            order by p.version desc nulls last, p.place, f.lesson_id
            limit 1000
            """;

    static final String VIDEO =
            """
            select f.video_id, piece * 10 as from_seconds,
                   count(distinct f.person) as learners
            from fact_watched f
            cross join lateral generate_series(
                f.from_seconds / 10, (f.to_seconds - 1) / 10) as piece
            where f.course_id = :course and f.at >= :start and f.at < :end
            group by f.video_id, piece order by f.video_id, piece
            limit 20000
            """;

    static final String QUIZ =
            """
            select quiz_id, count(*) as attempts,
                   count(distinct person) as learners,
                   count(*) filter (where passed) as passed,
                   cast(floor(avg(score_percent)) as integer)
                       as average_percent
            from fact_attempt
            where course_id = :course and at >= :start and at < :end
            group by quiz_id order by quiz_id limit 1000
            """;

    static final String CURRENCIES =
            Rollups.COUNTED
                    + """
                    select currency from counted
                    where metric in ('ORDER', 'REFUND')
                    group by currency order by sum(amount) desc, currency
                    limit 200
                    """;

    static final String DAYS =
            Rollups.COUNTED
                    + """
                    select cast(day as date) as "on", gross, refunded,
                           gross - refunded as net, orders
                    from (select starts_at at time zone 'UTC' as day,
                                 coalesce(sum(amount) filter (
                                     where metric = 'ORDER'), 0) as gross,
                                 coalesce(sum(amount) filter (
                                     where metric = 'REFUND'), 0) as refunded,
                                 coalesce(sum(number) filter (
                                     where metric = 'ORDER'), 0) as orders
                          from counted
                          where metric in ('ORDER', 'REFUND')
                            and currency = :currency
                          group by 1) as by_day
                    order by day
                    """;

    private final JdbcClient jdbc;
    private final MembershipCopy members;
    private final Clock clock;

    CourseTables(JdbcClient jdbc, MembershipCopy members, Clock clock) {
        this.jdbc = jdbc;
        this.members = members;
        this.clock = clock;
    }

    /// Which course, and which days of it.
    public record Question(UUID course, Optional<LocalDate> from, Optional<LocalDate> to) {}

    public FunnelView funnel(Question question, Caller caller) {
        var steps = asked(FUNNEL, question, caller).query(FunnelView.Step.class).list();
        return new FunnelView(clock.instant(), steps);
    }

    public DropOffView dropOff(Question question, Caller caller) {
        var lessons = asked(DROP_OFF, question, caller).query(DropOffView.Lesson.class).list();
        return new DropOffView(clock.instant(), lessons);
    }

    public VideoView video(Question question, Caller caller) {
        var pieces = asked(VIDEO, question, caller).query(VideoView.Piece.class).list();
        return new VideoView(clock.instant(), pieces);
    }

    public QuizView quiz(Question question, Caller caller) {
        var quizzes = asked(QUIZ, question, caller).query(QuizView.Quiz.class).list();
        return new QuizView(clock.instant(), quizzes);
    }

    /// @param currency the one to count; the one most was paid in where nothing is said
    public RevenueView revenue(Question question, Optional<String> currency, Caller caller) {
        var currencies = asked(CURRENCIES, question, caller).query(String.class).list();
        var counted = currency.or(() -> currencies.stream().findFirst()).orElse("EUR");
        var days =
                asked(DAYS, question, caller)
                        .param("currency", counted)
                        .query(RevenueView.Day.class)
                        .list();
        return RevenueView.of(
                clock.instant(), counted, currencies.stream().sorted().toList(), days);
    }

    private StatementSpec asked(String sql, Question question, Caller caller) {
        if (!members.has(question.course(), caller.id())) {
            throw GenericRefusal.notFound();
        }
        var range = Range.of(question.from(), question.to(), clock.instant());
        return jdbc.sql(sql)
                .param("course", question.course())
                .param("start", range.start())
                .param("end", range.end());
    }
}
