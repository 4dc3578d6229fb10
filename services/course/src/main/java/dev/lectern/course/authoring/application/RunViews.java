package dev.lectern.course.authoring.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What members may see of the runs of their courses.
@Component
public class RunViews {

    private final JdbcClient jdbc;

    RunViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A run of a course of the caller's; 404 for anybody else's.
    public RunView one(UUID id, Caller caller) {
        return jdbc.sql(
                        """
                        select r.id, r.version, r.course_id, r.capacity, r.opens_at, r.closes_at
                        from run r
                        join course_member m on m.course_id = r.course_id and m.user_id = :member
                        where r.id = :id
                        """)
                .param("member", caller.id())
                .param("id", id)
                .query(RunViews::view)
                .optional()
                .orElseThrow(GenericRefusal::notFound);
    }

    private static RunView view(ResultSet row, int number) throws SQLException {
        return new RunView(
                row.getLong("version"),
                row.getObject("id", UUID.class),
                row.getObject("course_id", UUID.class),
                row.getObject("capacity", Integer.class),
                instant(row, "opens_at"),
                instant(row, "closes_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
