package dev.lectern.course.authoring.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import dev.lectern.course.authoring.domain.Completion;
import dev.lectern.course.authoring.domain.CourseStatus;
import dev.lectern.course.authoring.domain.Review;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What members may see of their courses, and reviewers of all that were submitted.
@Component
public class CourseViews {

    private static final String SELECT =
            """
            select c.id, c.version, c.slug, c.status, c.published_version, c.offered_version,
                   c.withdrawn_at, c.withdrawn_because, c.default_run_id, c.title, c.summary,
                   c.language, c.level, c.category, c.description, c.tags, c.outcomes,
                   c.requirements, c.sequential, c.completion, c.cover_asset_id,
                   c.promo_video_id, c.review, c.created_at
            from course c
            """;

    private static final String OF_MEMBER =
            " join course_member m on m.course_id = c.id and m.user_id = :member";

    private static final String PAGE =
            """
             where (:status::text is null or c.status = :status)
               and (:after::uuid is null or c.id < :after)
             order by c.id desc limit :rows
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CourseViews(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// A course of the caller's; 404 for anybody else's.
    public CourseView one(UUID id, Caller caller) {
        return jdbc.sql(SELECT + OF_MEMBER + " where c.id = :id")
                .param("member", caller.id())
                .param("id", id)
                .query(this::view)
                .optional()
                .orElseThrow(GenericRefusal::notFound);
    }

    /// The caller's courses, newest first.
    public Page<CourseView> all(Optional<CourseStatus> status, PageQuery page, Caller caller) {
        return page(jdbc.sql(SELECT + OF_MEMBER + PAGE).param("member", caller.id()), status, page);
    }

    /// Any course, for those who review them.
    public CourseView forReviewer(UUID id, Caller caller) {
        caller.requireAny(Reviewing.REVIEWERS);
        return jdbc.sql(SELECT + " where c.id = :id")
                .param("id", id)
                .query(this::view)
                .optional()
                .orElseThrow(GenericRefusal::notFound);
    }

    /// All courses, newest first, for those who review them.
    public Page<CourseView> allForReviewer(
            Optional<CourseStatus> status, PageQuery page, Caller caller) {
        caller.requireAny(Reviewing.REVIEWERS);
        return page(jdbc.sql(SELECT + PAGE), status, page);
    }

    private Page<CourseView> page(
            JdbcClient.StatementSpec courses, Optional<CourseStatus> status, PageQuery page) {
        var rows =
                courses.param("status", status.map(CourseStatus::name).orElse(null))
                        .param("after", page.after())
                        .param("rows", page.rows())
                        .query(this::view)
                        .list();
        return Page.of(rows, page, CourseView::id);
    }

    private CourseView view(ResultSet row, int number) throws SQLException {
        return new CourseView(
                row.getLong("version"),
                row.getObject("id", UUID.class),
                row.getString("slug"),
                row.getString("status"),
                row.getObject("published_version", Integer.class),
                row.getObject("offered_version", Integer.class),
                withdrawnAt(row),
                row.getString("withdrawn_because"),
                row.getObject("default_run_id", UUID.class),
                row.getString("title"),
                row.getString("summary"),
                row.getString("language"),
                row.getString("level"),
                row.getString("category"),
                row.getString("description"),
                texts(row, "tags"),
                texts(row, "outcomes"),
                texts(row, "requirements"),
                row.getBoolean("sequential"),
                completion(row.getString("completion")),
                row.getObject("cover_asset_id", UUID.class),
                row.getObject("promo_video_id", UUID.class),
                review(row.getString("review")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant withdrawnAt(ResultSet row) throws SQLException {
        var time = row.getObject("withdrawn_at", OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private @Nullable Completion completion(@Nullable String document) {
        return document == null ? null : json.readValue(document, Completion.class);
    }

    private CourseView.@Nullable ReviewView review(@Nullable String document) {
        return document == null
                ? null
                : CourseView.ReviewView.of(json.readValue(document, Review.class));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
