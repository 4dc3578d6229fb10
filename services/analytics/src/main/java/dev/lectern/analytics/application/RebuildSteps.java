package dev.lectern.analytics.application;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The short transactions of a rebuild. What the lake says is written to tables of the same names
/// in the schema `rebuild`, by the same code that writes the tables that are read.
@Component
@Transactional
class RebuildSteps {

    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final Projecting projecting;
    private final Rollups rollups;
    private final LakePlan plan;
    private final Clock clock;

    RebuildSteps(
            JdbcClient jdbc, Projecting projecting, Rollups rollups, LakePlan plan, Clock clock) {
        this.jdbc = jdbc;
        this.projecting = projecting;
        this.rollups = rollups;
        this.plan = plan;
        this.clock = clock;
    }

    /// Begins with nothing, also after a run that was cut off.
    long begin() {
        Projecting.FACTS.forEach(fact -> jdbc.sql("delete from rebuild." + fact).update());
        jdbc.sql("delete from rebuild.lake_object_read").update();
        return jdbc.sql("insert into rebuild_run (begun_at) values (:now) returning number")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void apply(String key, List<LakeLine> lines) {
        jdbc.sql("insert into rebuild.lake_object_read (key) values (:key)")
                .param("key", key)
                .update();
        jdbc.sql("set local search_path to rebuild, public").update();
        lines.forEach(line -> projecting.apply(line.event()));
    }

    /// Nobody logs anything meanwhile: what is not read from the lake is read from the log, the
    /// tables are put right, and every window is counted again.
    void finish(long run) {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", EventLog.LOCK)
                .query((row, number) -> number)
                .list();
        var unusable = forgetUnusable(run);
        jdbc.sql("set local search_path to rebuild, public").update();
        var fromLog = applyRest();
        jdbc.sql("set local search_path to public").update();
        var differences = Projecting.FACTS.stream().mapToLong(this::putRight).sum();
        rollups.openAll();
        jdbc.sql(
                        """
                        update rebuild_run
                        set finished_at = :now, unusable = :unusable, from_log = :fromLog,
                            differences = :differences,
                            objects = (select count(*) from rebuild.lake_object_read)
                        where number = :run
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("unusable", unusable)
                .param("fromLog", fromLog)
                .param("differences", differences)
                .param("run", run)
                .update();
    }

    /// Objects the plan calls written, that were not there or not as they were written: they are to
    /// be written again, with the same bytes.
    private long forgetUnusable(long run) {
        return jdbc.sql(
                        """
                        update lake_object o set written_at = null
                        where o.written_at < (select begun_at from rebuild_run where number = :run)
                          and not exists (
                              select 1 from rebuild.lake_object_read r where r.key = o.key)
                        """)
                .param("run", run)
                .update();
    }

    private long applyRest() {
        var applied = 0L;
        var last = -1L;
        for (var rest = restAfter(last); !rest.isEmpty(); rest = restAfter(last)) {
            rest.forEach(line -> projecting.apply(line.event()));
            applied += rest.size();
            last = rest.getLast().position();
        }
        return applied;
    }

    private List<LakeLine> restAfter(long position) {
        return jdbc.sql(
                        """
                        select l.* from public.event_log l
                        left join public.lake_entry e using (position)
                        where position > :position
                          and not exists (
                              select 1 from rebuild.lake_object_read r where r.key = e.key)
                        order by position limit :batch
                        """)
                .param("position", position)
                .param("batch", BATCH)
                .query(plan::line)
                .list();
    }

    /// Rows are compared whole; only those that differ are touched.
    private long putRight(String fact) {
        var wrong =
                jdbc.sql(
                                """
                                delete from public.%1$s live where not exists (
                                    select 1 from rebuild.%1$s again where again = live)
                                """
                                        .formatted(fact))
                        .update();
        var missing =
                jdbc.sql(
                                """
                                insert into public.%1$s
                                select * from rebuild.%1$s except select * from public.%1$s
                                """
                                        .formatted(fact))
                        .update();
        return (long) wrong + missing;
    }

    @Transactional(readOnly = true)
    List<RebuildView> latest() {
        return jdbc.sql("select * from rebuild_run order by number desc limit 20")
                .query(RebuildView.class)
                .list();
    }
}
