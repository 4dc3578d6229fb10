package dev.lectern.analytics.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Which events lie in which object of the lake. An object is planned before it is written and its
/// plan never changes, so that whoever was cut off in between writes the same again.
@Component
@Transactional
class LakePlan {

    private static final int MOST_EVENTS = 2_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    LakePlan(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    private record Partition(String type, LocalDate day) {}

    private record Span(long first, long last) {}

    /// The last position that waits now, 0 where none does.
    @Transactional(readOnly = true)
    long lastWaiting() {
        return jdbc.sql("select coalesce(max(position), 0) from lake_waiting")
                .query(Long.class)
                .single();
    }

    /// Plans one object of whatever has waited longest.
    ///
    /// @return false where nothing up to this position waits
    boolean planNext(long last) {
        var partition =
                jdbc.sql(
                                """
                                select type, day from lake_waiting where position <= :last
                                order by position limit 1
                                """)
                        .param("last", last)
                        .query(Partition.class)
                        .optional();
        partition.ifPresent(this::plan);
        return partition.isPresent();
    }

    private void plan(Partition partition) {
        var positions =
                jdbc.sql(
                                """
                                delete from lake_waiting where position in (
                                    select position from lake_waiting
                                    where type = :type and day = :day
                                    order by position limit :most)
                                returning position
                                """)
                        .param("type", partition.type())
                        .param("day", partition.day())
                        .param("most", MOST_EVENTS)
                        .query(Long.class)
                        .list();
        if (positions.isEmpty()) {
            // Somebody who was thought dead has just planned the same.
            return;
        }
        var span =
                new Span(
                        positions.stream().mapToLong(Long::longValue).min().orElseThrow(),
                        positions.stream().mapToLong(Long::longValue).max().orElseThrow());
        var key =
                "type=%s/date=%s/%019d-%019d.jsonl.gz"
                        .formatted(partition.type(), partition.day(), span.first(), span.last());
        jdbc.sql("insert into lake_object (key, planned_at) values (:key, :now)")
                .param("key", key)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(
                        """
                        insert into lake_entry (position, key)
                        select position, :key from unnest(:positions) as position
                        """)
                .param("key", key)
                .param("positions", positions.toArray(Long[]::new))
                .update();
    }

    /// The object that was planned first of those not written yet.
    @Transactional(readOnly = true)
    Optional<String> unwritten() {
        return jdbc.sql(
                        """
                        select key from lake_object where written_at is null
                        order by planned_at, key limit 1
                        """)
                .query(String.class)
                .optional();
    }

    /// What is planned into an object, in the order of the log.
    @Transactional(readOnly = true)
    List<LakeLine> linesOf(String key) {
        return jdbc.sql(
                        """
                        select l.* from lake_entry e join event_log l using (position)
                        where e.key = :key order by position
                        """)
                .param("key", key)
                .query(this::line)
                .list();
    }

    void written(String key, String sha256) {
        jdbc.sql("update lake_object set written_at = :now, sha256 = :sha where key = :key")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("sha", sha256)
                .param("key", key)
                .update();
    }

    /// The digest an object was written with, where this database has written it.
    @Transactional(readOnly = true)
    Optional<String> digestOf(String key) {
        return jdbc.sql("select sha256 from lake_object where key = :key and sha256 is not null")
                .param("key", key)
                .query(String.class)
                .optional();
    }

    LakeLine line(ResultSet row, int number) throws SQLException {
        return new LakeLine(
                row.getLong("position"),
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getTimestamp("occurred_at").toInstant(),
                row.getTimestamp("received_at").toInstant(),
                json.readTree(row.getString("data")));
    }
}
