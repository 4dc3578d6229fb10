package dev.lectern.payment.selling.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.security.Role;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import dev.lectern.payment.selling.application.SupportOrderView.RefundNote;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What those who look after buyers may see: everybody's orders. Found by the number on a receipt
/// or by who bought.
@Component
public class SupportViews {

    /// Who looks after buyers, and after the money.
    static final Role[] STAFF = {Role.support, Role.admin};

    private final JdbcClient jdbc;
    private final OrderViews orders;

    SupportViews(JdbcClient jdbc, OrderViews orders) {
        this.jdbc = jdbc;
        this.orders = orders;
    }

    /// What to look for; nothing for all.
    public record Search(Optional<String> number, Optional<UUID> learner) {}

    /// Orders, newest first.
    public Page<SupportOrderView> found(Search search, PageQuery page, Caller caller) {
        caller.requireAny(STAFF);
        var ids =
                jdbc.sql(
                                """
                                select id from orders
                                where (:number::text is null or number = :number)
                                and (:learner::uuid is null or learner_id = :learner)
                                and (:after::uuid is null or id < :after)
                                order by id desc limit :rows
                                """)
                        .param("number", search.number().orElse(null))
                        .param("learner", search.learner().orElse(null))
                        .param("after", page.after())
                        .param("rows", page.rows())
                        .query(UUID.class)
                        .list();
        return Page.of(these(ids), page, view -> view.order().id());
    }

    public SupportOrderView one(UUID id, Caller caller) {
        caller.requireAny(STAFF);
        return these(List.of(id)).stream().findFirst().orElseThrow(GenericRefusal::notFound);
    }

    public RefundView refund(UUID order, UUID refund, Caller caller) {
        return one(order, caller).order().refund(refund);
    }

    private List<SupportOrderView> these(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var buyers = buyersOf(ids);
        var notes = notesOf(ids);
        return orders.these(ids).stream()
                .map(order ->
                        new SupportOrderView(
                                Objects.requireNonNull(buyers.get(order.id())),
                                order,
                                notes.getOrDefault(order.id(), List.of())))
                .toList();
    }

    private Map<UUID, UUID> buyersOf(List<UUID> ids) {
        record Row(UUID id, UUID learnerId) {}
        return jdbc
                .sql("select id, learner_id from orders where id in (:ids)")
                .param("ids", ids)
                .query(Row.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Row::id, Row::learnerId));
    }

    private Map<UUID, List<RefundNote>> notesOf(List<UUID> ids) {
        record Row(UUID order, RefundNote note) {}
        return jdbc
                .sql(
                        """
                        select order_id, id, note, overriding, granted_by from refund
                        where order_id in (:ids) order by order_id, id
                        """)
                .param("ids", ids)
                .query((row, number) ->
                        new Row(
                                row.getObject("order_id", UUID.class),
                                new RefundNote(
                                        row.getObject("id", UUID.class),
                                        row.getString("note"),
                                        row.getBoolean("overriding"),
                                        row.getObject("granted_by", UUID.class))))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Row::order, Collectors.mapping(Row::note, Collectors.toList())));
    }
}
