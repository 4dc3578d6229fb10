package dev.lectern.payment.pricing.application;

import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.IfMatch;
import dev.lectern.payment.pricing.domain.CoursePrice;
import dev.lectern.payment.pricing.domain.CoursePrices;
import dev.lectern.payment.pricing.domain.Money;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// An author says what a course costs.
@Service
@Transactional
public class SettingPrices {

    private final CoursePrices prices;
    private final MembershipCopy members;

    SettingPrices(CoursePrices prices, MembershipCopy members) {
        this.prices = prices;
        this.members = members;
    }

    /// A course whose price was never set is at version 0.
    public void set(UUID course, Money price, IfMatch ifMatch, Caller caller) {
        if (!members.has(course, caller.id())) {
            throw GenericRefusal.notFound();
        }
        var earlier = prices.findByCourseId(course);
        ifMatch.require(earlier.map(CoursePrice::revision).orElse(0));
        var asked =
                earlier.map(
                                now -> {
                                    now.set(price);
                                    return now;
                                })
                        .orElseGet(() -> CoursePrice.of(course, price));
        prices.save(asked);
    }
}
