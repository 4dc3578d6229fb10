package dev.lectern.payment.pricing.messaging;

import dev.lectern.common.event.CurrentState;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.payment.PriceChanged;
import dev.lectern.payment.pricing.domain.CoursePrice;
import dev.lectern.payment.pricing.domain.CoursePrices;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/// Every price, for a copy that is built anew.
@Component
class CurrentPrices implements CurrentState {

    private final CoursePrices prices;

    CurrentPrices(CoursePrices prices) {
        this.prices = prices;
    }

    static PriceChanged of(CoursePrice price) {
        return new PriceChanged(price.courseId(), price.price().amount(), price.price().currency());
    }

    @Override
    public Class<? extends ContractEvent> type() {
        return PriceChanged.class;
    }

    @Override
    public List<Snapshot> after(@Nullable UUID id, int limit) {
        return prices
                .findByCourseIdGreaterThanOrderByCourseId(
                        CurrentState.startingAfter(id), Limit.of(limit))
                .stream()
                .map(price -> new Snapshot(price.courseId(), of(price)))
                .toList();
    }
}
