package dev.lectern.payment.selling.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import dev.lectern.payment.pricing.domain.Money;
import dev.lectern.payment.selling.domain.OrderStatus;
import dev.lectern.payment.selling.domain.RefundReason;
import dev.lectern.payment.selling.domain.RefundStatus;
import dev.lectern.payment.selling.domain.Terms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a buyer may see of orders: their own, and nothing of others.
@Component
public class OrderViews {

    private final JdbcClient jdbc;

    OrderViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public OrderView one(UUID id, Caller caller) {
        var refunds = refundsOf(List.of(id));
        return jdbc.sql("select * from orders where learner_id = :learner and id = :id")
                .param("learner", caller.id())
                .param("id", id)
                .query((row, number) -> view(row, refunds))
                .optional()
                .orElseThrow(GenericRefusal::notFound);
    }

    /// The caller's orders, newest first.
    public Page<OrderView> all(Optional<OrderStatus> status, PageQuery page, Caller caller) {
        var ids =
                jdbc.sql(
                                """
                                select id from orders where learner_id = :learner
                                and (:status::text is null or status = :status)
                                and (:after::uuid is null or id < :after)
                                order by id desc limit :rows
                                """)
                        .param("learner", caller.id())
                        .param("status", status.map(OrderStatus::name).orElse(null))
                        .param("after", page.after())
                        .param("rows", page.rows())
                        .query(UUID.class)
                        .list();
        return Page.of(these(ids), page, OrderView::id);
    }

    /// Some orders, newest first, whoever is to see them.
    List<OrderView> these(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var refunds = refundsOf(ids);
        return jdbc.sql("select * from orders where id in (:ids) order by id desc")
                .param("ids", ids)
                .query((row, number) -> view(row, refunds))
                .list();
    }

    public RefundView refund(UUID order, UUID refund, Caller caller) {
        return one(order, caller).refund(refund);
    }

    private Map<UUID, List<RefundView>> refundsOf(List<UUID> orders) {
        record Row(UUID order, RefundView refund) {}
        return jdbc
                .sql("select * from refund where order_id in (:orders) order by order_id, id")
                .param("orders", orders)
                .query((row, number) -> new Row(uuid(row, "order_id"), refund(row)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Row::order, Collectors.mapping(Row::refund, Collectors.toList())));
    }

    private static OrderView view(ResultSet row, Map<UUID, List<RefundView>> allRefunds)
            throws SQLException {
        var id = uuid(row, "id");
        var price = money(row);
        var captured = captured(row, price);
        var refunded = new Money(row.getLong("refunded_amount"), captured.currency());
        return new OrderView(
                id,
                row.getString("number"),
                OrderStatus.valueOf(row.getString("status")),
                time(row, "created_at"),
                time(row, "hold_expires_at"),
                timeOrNull(row, "paid_at"),
                List.of(item(row, price)),
                row.getString("coupon_code"),
                price,
                captured,
                refunded,
                captured.minus(refunded),
                allRefunds.getOrDefault(id, List.of()),
                List.of(tax(row, price)));
    }

    /// In the currency that came, and before anything did in that of the price.
    private static Money captured(ResultSet row, Money price) throws SQLException {
        var currency = row.getString("captured_currency");
        return currency == null
                ? new Money(0, price.currency())
                : new Money(row.getLong("captured_amount"), currency);
    }

    private static OrderView.Item item(ResultSet row, Money total) throws SQLException {
        var listed = new Money(row.getLong("list_amount"), total.currency());
        return new OrderView.Item(
                uuid(row, "item_id"),
                uuid(row, "course_id"),
                uuid(row, "run_id"),
                row.getString("title"),
                listed,
                listed.minus(total),
                total,
                row.getObject("enrollment_id", UUID.class));
    }

    private static OrderView.Tax tax(ResultSet row, Money price) throws SQLException {
        var terms =
                new Terms(
                        row.getString("tax_name"),
                        row.getString("tax_country"),
                        row.getInt("tax_basis_points"),
                        row.getInt("share_percent"));
        return new OrderView.Tax(
                terms.taxName(), terms.taxCountry(), terms.taxBasisPoints(), terms.taxIn(price));
    }

    private static RefundView refund(ResultSet row) throws SQLException {
        var reason = RefundReason.valueOf(row.getString("reason"));
        return new RefundView(
                uuid(row, "id"),
                switch (RefundStatus.valueOf(row.getString("status"))) {
                    case REQUESTED, ACCESS_SUSPENDED, GRANTED, SENT -> RefundView.Status.PENDING;
                    case SETTLED -> RefundView.Status.SETTLED;
                    case REFUSED, FAILED -> RefundView.Status.REJECTED;
                },
                money(row),
                reason,
                row.getString("rejected_because"),
                row.getBoolean("partial")
                        ? List.of()
                        : consequences(reason, row.getBoolean("overriding")),
                time(row, "requested_at"),
                timeOrNull(row, "settled_at"));
    }

    private static List<String> consequences(RefundReason reason, boolean overriding) {
        if (reason == RefundReason.NOT_FULFILLED) {
            return List.of();
        }
        return overriding
                ? List.of("ACCESS_ENDS", "CERTIFICATE_REVOKED", "SEAT_OFFERED")
                : List.of("ACCESS_ENDS", "SEAT_OFFERED");
    }

    private static Money money(ResultSet row) throws SQLException {
        return new Money(row.getLong("amount"), row.getString("currency"));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
