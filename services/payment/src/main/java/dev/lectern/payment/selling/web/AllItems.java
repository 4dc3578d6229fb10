package dev.lectern.payment.selling.web;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.payment.selling.application.OrderView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Items are given back together; a part of the money is of all of them.
final class AllItems {

    private AllItems() {}

    /// @param named the items that are wanted back, null for all
    static void require(@Nullable List<UUID> named, OrderView order) {
        if (named == null) {
            return;
        }
        var items = order.items().stream().map(OrderView.Item::id).toList();
        if (!named.equals(items)) {
            throw GenericRefusal.invalid("/itemIds", "Name all items of the order, or none.");
        }
    }
}
