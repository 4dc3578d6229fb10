package dev.lectern.analytics.application;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Counts by hour and by day what adds up: steps of learners and money. A fact that is written,
/// however late, opens its window in the same transaction; open windows are read from what lies
/// below, so that nobody ever sees a number that is behind.
@Service
@Transactional
public class Rollups {

    /// What a course has by day in UTC, as rows of metric, currency, starts_at, number, amount, for
    /// `:course` from `:start` to before `:end`.
    static final String COUNTED =
            """
            with open_hour as (
                select distinct starts_at from rollup_due
                where course_id = :course and grain = 'HOUR'
                  and starts_at >= :start and starts_at < :end),
            open_day as (
                select distinct date_trunc('day', starts_at, 'UTC') as starts_at from rollup_due
                where course_id = :course and starts_at >= :start and starts_at < :end),
            counted as (
                select metric, currency, starts_at, number, amount from rollup_day
                where course_id = :course and starts_at >= :start and starts_at < :end
                  and starts_at not in (select starts_at from open_day)
                union all
                select metric, currency, date_trunc('day', starts_at, 'UTC'), number, amount
                from rollup_hour
                where course_id = :course and starts_at >= :start and starts_at < :end
                  and date_trunc('day', starts_at, 'UTC') in (select starts_at from open_day)
                  and starts_at not in (select starts_at from open_hour)
                union all
                select f.step, '', date_trunc('day', f.at, 'UTC'), 1, 0
                from open_hour o join fact_step f
                  on f.at >= o.starts_at and f.at < o.starts_at + interval '1 hour'
                where f.course_id = :course
                union all
                select f.kind, f.currency, date_trunc('day', f.at, 'UTC'), 1, f.amount
                from open_hour o join fact_money f
                  on f.at >= o.starts_at and f.at < o.starts_at + interval '1 hour'
                where f.course_id = :course)
            """;

    private static final int BATCH = 5_000;

    private final JdbcClient jdbc;

    Rollups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Counts some of the open hours.
    ///
    /// @return whether there may be more
    public boolean countHours() {
        var marks = take("HOUR");
        jdbc.sql(
                        """
                        delete from rollup_hour r using rollup_taken t
                        where r.course_id = t.course_id and r.starts_at = t.starts_at
                        """)
                .update();
        jdbc.sql(
                        """
                        insert into rollup_hour
                        select t.course_id, t.starts_at, f.step, '', count(*), 0
                        from rollup_taken t join fact_step f
                          on f.course_id = t.course_id and f.at >= t.starts_at
                         and f.at < t.starts_at + interval '1 hour'
                        group by 1, 2, 3
                        union all
                        select t.course_id, t.starts_at, f.kind, f.currency, count(*), sum(f.amount)
                        from rollup_taken t join fact_money f
                          on f.course_id = t.course_id and f.at >= t.starts_at
                         and f.at < t.starts_at + interval '1 hour'
                        group by 1, 2, 3, 4
                        """)
                .update();
        jdbc.sql(
                        """
                        insert into rollup_due (grain, course_id, starts_at)
                        select distinct 'DAY', course_id, date_trunc('day', starts_at, 'UTC')
                        from rollup_taken
                        """)
                .update();
        return mayBeMore(marks);
    }

    /// Counts some of the open days from their hours.
    ///
    /// @return whether there may be more
    public boolean countDays() {
        var marks = take("DAY");
        jdbc.sql(
                        """
                        delete from rollup_day r using rollup_taken t
                        where r.course_id = t.course_id and r.starts_at = t.starts_at
                        """)
                .update();
        jdbc.sql(
                        """
                        insert into rollup_day
                        select t.course_id, t.starts_at, h.metric, h.currency,
                               sum(h.number), sum(h.amount)
                        from rollup_taken t join rollup_hour h
                          on h.course_id = t.course_id and h.starts_at >= t.starts_at
                         and h.starts_at < t.starts_at + interval '1 day'
                        group by 1, 2, 3, 4
                        """)
                .update();
        return mayBeMore(marks);
    }

    /// Opens every window that has a fact or a number, to have all of them counted again.
    void openAll() {
        jdbc.sql(
                        """
                        insert into rollup_due (grain, course_id, starts_at)
                        select 'HOUR', course_id, starts_at from (
                            select course_id, date_trunc('hour', at, 'UTC') as starts_at
                            from fact_step
                            union
                            select course_id, date_trunc('hour', at, 'UTC') from fact_money
                            union
                            select course_id, starts_at from rollup_hour
                            union
                            select course_id, starts_at from rollup_day) as windows
                        """)
                .update();
    }

    /// Marks that are seen here belong to facts that are seen here; others stay and open their
    /// window once more.
    private int take(String grain) {
        return jdbc.sql(
                        """
                        with taken as (
                            delete from rollup_due where position in (
                                select position from rollup_due where grain = :grain
                                order by position limit :batch)
                            returning course_id, starts_at),
                        windows as (
                            insert into rollup_taken
                            select distinct course_id, starts_at from taken)
                        select count(*) from taken
                        """)
                .param("grain", grain)
                .param("batch", BATCH)
                .query(Integer.class)
                .single();
    }

    private boolean mayBeMore(int marks) {
        jdbc.sql("delete from rollup_taken").update();
        return marks == BATCH;
    }
}
