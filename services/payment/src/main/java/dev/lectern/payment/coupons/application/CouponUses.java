package dev.lectern.payment.coupons.application;

import dev.lectern.payment.coupons.domain.Coupon;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who has used coupons for what.
@Component
class CouponUses {

    private final JdbcClient jdbc;

    CouponUses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How often a learner has, without what came to nothing.
    int of(Coupon coupon, UUID learner) {
        return jdbc.sql(
                        """
                        select count(*) from coupon_use
                        where coupon_id = :coupon and learner_id = :learner and not given_back
                        """)
                .param("coupon", coupon.id().value())
                .param("learner", learner)
                .query(Integer.class)
                .single();
    }
}
