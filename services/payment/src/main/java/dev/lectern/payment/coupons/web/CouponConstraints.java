package dev.lectern.payment.coupons.web;

import dev.lectern.common.problem.ConstraintRefusals;
import dev.lectern.payment.coupons.domain.CouponRefused;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the unique index of codes says to whoever comes second.
@Configuration(proxyBeanMethods = false)
class CouponConstraints {

    @Bean
    ConstraintRefusals couponCodes() {
        return new ConstraintRefusals().on("coupon_one_per_code", CouponRefused::codeTaken);
    }
}
