package dev.lectern.payment.coupons.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.payment.coupons.domain.CouponCode;
import dev.lectern.payment.coupons.domain.CouponRefused;
import dev.lectern.payment.coupons.domain.Coupons;
import dev.lectern.payment.pricing.domain.CoursePrice;
import dev.lectern.payment.pricing.domain.CoursePrices;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What a coupon would do to a price now. Nothing is taken: another buyer may be faster.
@Service
@Transactional(readOnly = true)
public class CheckingCoupons {

    private final Coupons coupons;
    private final CoursePrices prices;
    private final CouponUses uses;
    private final JdbcClient jdbc;
    private final Clock clock;

    CheckingCoupons(
            Coupons coupons, CoursePrices prices, CouponUses uses, JdbcClient jdbc, Clock clock) {
        this.coupons = coupons;
        this.prices = prices;
        this.uses = uses;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public CouponCheckView check(String typed, UUID course, Caller caller) {
        var price =
                prices.findByCourseId(course)
                        .map(CoursePrice::price)
                        .filter(known -> isOffered(course))
                        .orElseThrow(GenericRefusal::notFound);
        try {
            var coupon =
                    CouponCode.typed(typed)
                            .flatMap(code -> coupons.readByCode(code.text()))
                            .orElseThrow(CouponRefused::unknown);
            var off = coupon.off(course, price, uses.of(coupon, caller.id()), clock.instant());
            return CouponCheckView.valid(price, off);
        } catch (CouponRefused refused) {
            return CouponCheckView.invalid(price, refused.reason());
        }
    }

    private boolean isOffered(UUID course) {
        return jdbc.sql("select exists (select 1 from copy_course where course_id = :course)")
                .param("course", course)
                .query(Boolean.class)
                .single();
    }
}
