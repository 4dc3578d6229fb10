package dev.lectern.course.authoring.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.course.authoring.domain.Completion;
import dev.lectern.course.authoring.domain.Outline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Reads outlines without their courses.
@Component
class StoredOutlines {

    private static final String SELECT =
            """
            select c.id, c.version, c.status, c.published_version, c.outline, c.completion,
                   c.promo_video_id
            from course c
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredOutlines(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Stored(
            UUID courseId,
            long version,
            String status,
            @Nullable Integer publishedVersion,
            Outline outline,
            @Nullable Completion completion,
            @Nullable UUID promoVideoId) {}

    Stored any(UUID course) {
        return jdbc.sql(SELECT + " where c.id = :id")
                .param("id", course)
                .query(this::stored)
                .optional()
                .orElseThrow(GenericRefusal::notFound);
    }

    Stored ofMember(UUID course, UUID member) {
        return jdbc.sql(
                        SELECT
                                + """
                                 join course_member m on m.course_id = c.id and m.user_id = :member
                                where c.id = :id
                                """)
                .param("member", member)
                .param("id", course)
                .query(this::stored)
                .optional()
                .orElseThrow(GenericRefusal::notFound);
    }

    private Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("status"),
                row.getObject("published_version", Integer.class),
                json.readValue(row.getString("outline"), Outline.class),
                completion(row.getString("completion")),
                row.getObject("promo_video_id", UUID.class));
    }

    private @Nullable Completion completion(@Nullable String document) {
        return document == null ? null : json.readValue(document, Completion.class);
    }
}
