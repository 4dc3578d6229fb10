package dev.lectern.payment.pricing.application;

import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.payment.pricing.application.PriceView.Share;
import dev.lectern.payment.pricing.domain.CoursePrices;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What authors see of the prices of their courses.
@Component
public class PriceViews {

    private final CoursePrices prices;
    private final MembershipCopy members;
    private final PricingSettings settings;

    PriceViews(CoursePrices prices, MembershipCopy members, PricingSettings settings) {
        this.prices = prices;
        this.members = members;
        this.settings = settings;
    }

    @Transactional(readOnly = true)
    public PriceView one(UUID course, Caller caller) {
        if (!members.has(course, caller.id())) {
            throw GenericRefusal.notFound();
        }
        var share = new Share(settings.sharePercent());
        return prices.findByCourseId(course)
                .map(found ->
                        new PriceView(
                                found.revision(),
                                course,
                                found.price(),
                                share,
                                found.net(settings.sharePercent(), settings.taxBasisPoints())))
                .orElseGet(() -> new PriceView(0, course, null, share, null));
    }
}
