package dev.lectern.notification.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import dev.lectern.notification.domain.Kind;
import dev.lectern.notification.domain.News.Amount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The caller's inbox.
@Component
public class NotificationViews {

    private static final String ROWS =
            """
            select n.id, n.kind, n.thing_id, n.course_id, n.amount, n.currency, n.detail, n.at,
                   n.read_at, t.title
            from notification n left join copy_course_title t on t.course_id = n.course_id
            where n.recipient_id = :recipient
            """;

    private final JdbcClient jdbc;
    private final Words words;

    NotificationViews(JdbcClient jdbc, Words words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    /// Newest first.
    ///
    /// @param unread only those not read yet, or only those that are; absent for all
    public Page<NotificationView> all(
            Optional<Boolean> unread, PageQuery page, Locale locale, Caller caller) {
        var rows =
                jdbc.sql(
                                ROWS
                                        + """
                                        and (:unread::boolean is null
                                             or (n.read_at is null) = :unread)
                                        and (:after::uuid is null or n.id < :after)
                                        order by n.id desc limit :rows
                                        """)
                        .param("recipient", caller.id())
                        .param("unread", unread.orElse(null))
                        .param("after", page.after())
                        .param("rows", page.rows())
                        .query((row, number) -> view(row, locale))
                        .list();
        return Page.of(rows, page, NotificationView::id);
    }

    public NotificationView own(UUID id, Locale locale, Caller caller) {
        return jdbc.sql(ROWS + "and n.id = :id")
                .param("recipient", caller.id())
                .param("id", id)
                .query((row, number) -> view(row, locale))
                .optional()
                .orElseThrow(GenericRefusal::notFound);
    }

    private NotificationView view(ResultSet row, Locale locale) throws SQLException {
        var kind = Kind.valueOf(row.getString("kind"));
        var facts =
                new Words.Facts(
                        kind, row.getString("title"), amountIn(row), row.getString("detail"));
        return new NotificationView(
                row.getObject("id", UUID.class),
                kind.name(),
                words.title(kind, locale),
                words.body(facts, locale),
                kind.linkTo(
                        row.getObject("thing_id", UUID.class),
                        row.getObject("course_id", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("read_at") != null);
    }

    static @Nullable Amount amountIn(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return currency == null ? null : new Amount(row.getLong("amount"), currency);
    }
}
