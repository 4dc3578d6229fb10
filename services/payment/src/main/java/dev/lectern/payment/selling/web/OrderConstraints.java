package dev.lectern.payment.selling.web;

import dev.lectern.common.problem.ConstraintRefusals;
import dev.lectern.payment.selling.domain.OrderRefused;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the unique indexes of orders say to the loser of a race.
@Configuration(proxyBeanMethods = false)
class OrderConstraints {

    @Bean
    ConstraintRefusals sellingConstraints() {
        return new ConstraintRefusals().on("order_one_open", OrderRefused::orderOpen);
    }
}
