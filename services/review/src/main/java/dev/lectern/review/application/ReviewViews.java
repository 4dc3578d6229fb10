package dev.lectern.review.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.security.Role;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import dev.lectern.review.application.ReviewView.ReplyView;
import dev.lectern.review.domain.Average;
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

/// Reviews as they are read: those that count by everybody, the others by who wrote them and by
/// moderators.
@Component
public class ReviewViews {

    private static final String SELECT =
            """
            select r.id, r.version, r.course_id, w.name as learner_name, r.stars, r.text,
                   case when r.taken_out_at is not null then 'TAKEN_OUT'
                        when r.access_lost then 'WITHDRAWN' else 'COUNTED' end as status,
                   r.posted_at, r.edited_at, r.reply_text, a.name as reply_author, r.replied_at
            from review r
            left join shown_name w on w.user_id = r.learner_id
            left join shown_name a on a.user_id = r.replied_by
            """;

    private final JdbcClient jdbc;

    ReviewViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those of a course that count, newest first.
    public Page<ReviewView> ofCourse(UUID course, PageQuery page) {
        var rows =
                jdbc.sql(
                                SELECT
                                        + """
                                        where r.course_id = :course
                                          and not r.access_lost and r.taken_out_at is null
                                          and (:after::uuid is null or r.id < :after)
                                        order by r.id desc limit :rows
                                        """)
                        .param("course", course)
                        .param("after", page.after())
                        .param("rows", page.rows())
                        .query(ReviewViews::view)
                        .list();
        return Page.of(rows, page, ReviewView::id);
    }

    public ReviewView one(UUID id, Optional<Caller> caller) {
        return jdbc.sql(
                        SELECT
                                + """
                                where r.id = :id
                                  and (not r.access_lost and r.taken_out_at is null
                                       or r.learner_id = :caller or :all)
                                """)
                .param("id", id)
                .param("caller", caller.map(Caller::id).orElse(null))
                .param("all", caller.map(ReviewViews::moderates).orElse(false))
                .query(ReviewViews::view)
                .optional()
                .orElseThrow(GenericRefusal::notFound);
    }

    /// The caller's own of a course.
    public ReviewView mine(UUID course, Caller caller) {
        return jdbc.sql(SELECT + " where r.learner_id = :caller and r.course_id = :course")
                .param("caller", caller.id())
                .param("course", course)
                .query(ReviewViews::view)
                .optional()
                .orElseThrow(GenericRefusal::notFound);
    }

    /// How a review read before, newest first: for its writer and for moderators.
    public Page<EditionView> editions(UUID review, PageQuery page, Caller caller) {
        var isKnown =
                jdbc.sql(
                                """
                                select exists (select 1 from review
                                               where id = :id and (learner_id = :caller or :all))
                                """)
                        .param("id", review)
                        .param("caller", caller.id())
                        .param("all", moderates(caller))
                        .query(Boolean.class)
                        .single();
        if (!isKnown) {
            throw GenericRefusal.notFound();
        }
        var rows =
                jdbc.sql(
                                """
                                select id, stars as rating, text, written_at, replaced_at
                                from review_edition
                                where review_id = :review
                                  and (:after::uuid is null or id < :after)
                                order by id desc limit :rows
                                """)
                        .param("review", review)
                        .param("after", page.after())
                        .param("rows", page.rows())
                        .query(ReviewViews::edition)
                        .list();
        return Page.of(rows, page, EditionView::id);
    }

    /// Nothing yet for a course nobody has reviewed.
    public SummaryView summary(UUID course) {
        var histogram =
                jdbc.sql(
                                """
                                select ones, twos, threes, fours, fives from course_rating
                                where course_id = :course
                                """)
                        .param("course", course)
                        .query((row, number) ->
                                List.of(
                                        row.getInt("ones"),
                                        row.getInt("twos"),
                                        row.getInt("threes"),
                                        row.getInt("fours"),
                                        row.getInt("fives")))
                        .optional()
                        .orElse(List.of(0, 0, 0, 0, 0));
        return new SummaryView(
                course,
                Average.of(histogram).orElse(null),
                Average.bayesian(histogram),
                Average.count(histogram),
                histogram);
    }

    static boolean moderates(Caller caller) {
        return caller.has(Role.moderator) || caller.has(Role.admin);
    }

    private static ReviewView view(ResultSet row, int number) throws SQLException {
        return new ReviewView(
                row.getLong("version"),
                row.getObject("id", UUID.class),
                row.getObject("course_id", UUID.class),
                row.getString("learner_name"),
                row.getInt("stars"),
                row.getString("text"),
                row.getString("status"),
                timeOf(row, "posted_at"),
                row.getObject("edited_at") == null ? null : timeOf(row, "edited_at"),
                reply(row));
    }

    private static @Nullable ReplyView reply(ResultSet row) throws SQLException {
        var text = row.getString("reply_text");
        return text == null
                ? null
                : new ReplyView(text, row.getString("reply_author"), timeOf(row, "replied_at"));
    }

    private static EditionView edition(ResultSet row, int number) throws SQLException {
        return new EditionView(
                row.getObject("id", UUID.class),
                row.getInt("rating"),
                row.getString("text"),
                timeOf(row, "written_at"),
                timeOf(row, "replaced_at"));
    }

    private static Instant timeOf(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
