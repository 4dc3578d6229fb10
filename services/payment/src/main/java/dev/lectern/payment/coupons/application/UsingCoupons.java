package dev.lectern.payment.coupons.application;

import dev.lectern.payment.coupons.domain.Coupon;
import dev.lectern.payment.coupons.domain.CouponCode;
import dev.lectern.payment.coupons.domain.CouponId;
import dev.lectern.payment.coupons.domain.CouponRefused;
import dev.lectern.payment.coupons.domain.Coupons;
import dev.lectern.payment.pricing.domain.Money;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// An order uses a coupon, in the transaction in which it is placed, and gives it back in the one
/// in which it comes to nothing.
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class UsingCoupons {

    private static final Logger log = LoggerFactory.getLogger(UsingCoupons.class);

    private final Coupons coupons;
    private final CouponUses uses;
    private final JdbcClient jdbc;
    private final Clock clock;

    UsingCoupons(Coupons coupons, CouponUses uses, JdbcClient jdbc, Clock clock) {
        this.coupons = coupons;
        this.uses = uses;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// What an order gets.
    ///
    /// @param code as it is kept
    /// @param off what is taken off its price
    public record Used(String code, Money off) {}

    /// Takes one use for an order; refuses where there is none.
    public Used use(String typed, UUID order, UUID learner, UUID course, Money price) {
        var coupon =
                CouponCode.typed(typed)
                        .flatMap(code -> coupons.findByCode(code.text()))
                        .orElseThrow(CouponRefused::unknown);
        var off = coupon.off(course, price, uses.of(coupon, learner), clock.instant());
        coupon.use();
        coupons.save(coupon);
        jdbc.sql(
                        """
                        insert into coupon_use (order_id, coupon_id, learner_id)
                        values (:order, :coupon, :learner)
                        """)
                .param("order", order)
                .param("coupon", coupon.id().value())
                .param("learner", learner)
                .update();
        return new Used(coupon.code(), off);
    }

    /// The order came to nothing. One that used none gives none back.
    public void giveBack(UUID order) {
        marked(order, true)
                .ifPresent(coupon -> {
                    coupon.giveBack();
                    coupons.save(coupon);
                });
    }

    /// The order was paid after all. Its price stands; the use counts again unless somebody else
    /// has taken the last one meanwhile.
    public void keep(UUID order) {
        marked(order, false)
                .ifPresent(coupon -> {
                    if (coupon.hasUsesLeft()) {
                        coupon.use();
                        coupons.save(coupon);
                    } else {
                        log.warn("Coupon {} was used up when {} was paid", coupon.code(), order);
                    }
                });
    }

    /// The coupon of an order whose use was not in this state yet.
    private Optional<Coupon> marked(UUID order, boolean givenBack) {
        return jdbc.sql(
                        """
                        update coupon_use set given_back = :given
                        where order_id = :order and given_back <> :given returning coupon_id
                        """)
                .param("given", givenBack)
                .param("order", order)
                .query(UUID.class)
                .optional()
                .flatMap(id -> coupons.findById(new CouponId(id)));
    }
}
