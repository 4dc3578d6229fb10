package dev.lectern.payment.coupons.application;

import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import dev.lectern.payment.pricing.domain.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The coupons of a course, for those who write it.
@Component
public class CouponViews {

    private static final String SELECT =
            """
            select coupon.*, copy_course.slug from coupon
            left join copy_course on copy_course.course_id = coupon.course_id
            """;

    private final JdbcClient jdbc;
    private final MembershipCopy members;

    CouponViews(JdbcClient jdbc, MembershipCopy members) {
        this.jdbc = jdbc;
        this.members = members;
    }

    public CouponView one(UUID id, Caller caller) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(CouponViews::view)
                .optional()
                .filter(coupon -> members.has(coupon.courseId(), caller.id()))
                .orElseThrow(GenericRefusal::notFound);
    }

    /// Newest first.
    public Page<CouponView> all(UUID course, PageQuery page, Caller caller) {
        if (!members.has(course, caller.id())) {
            throw GenericRefusal.notFound();
        }
        var rows =
                jdbc.sql(
                                SELECT
                                        + """
                                        where coupon.course_id = :course
                                          and (:after::uuid is null or id < :after)
                                        order by id desc limit :rows
                                        """)
                        .param("course", course)
                        .param("after", page.after())
                        .param("rows", page.rows())
                        .query(CouponViews::view)
                        .list();
        return Page.of(rows, page, CouponView::id);
    }

    private static CouponView view(ResultSet row, int number) throws SQLException {
        var amount = row.getObject("amount_off", Long.class);
        var slug = row.getString("slug");
        var code = row.getString("code");
        return new CouponView(
                row.getObject("id", UUID.class),
                code,
                row.getObject("course_id", UUID.class),
                row.getObject("percent_off", Integer.class),
                amount == null ? null : new Money(amount, row.getString("currency")),
                row.getObject("max_uses", Integer.class),
                row.getObject("max_uses_per_learner", Integer.class),
                time(row, "starts_at"),
                time(row, "ends_at"),
                row.getInt("uses"),
                slug == null ? null : "/courses/" + slug + "?coupon=" + code);
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
