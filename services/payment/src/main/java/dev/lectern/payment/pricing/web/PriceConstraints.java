package dev.lectern.payment.pricing.web;

import dev.lectern.common.problem.ConstraintRefusals;
import dev.lectern.common.problem.GenericRefusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Of two authors who set the first price at once, one comes too late.
@Configuration(proxyBeanMethods = false)
class PriceConstraints {

    @Bean
    ConstraintRefusals pricingConstraints() {
        return new ConstraintRefusals().on("course_price_pkey", GenericRefusal::versionStale);
    }
}
