package dev.lectern.auth.web;

import dev.lectern.common.problem.ConstraintRefusals;
import dev.lectern.common.problem.GenericRefusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the unique index of addresses says to the loser of a race. Registrations of one address
/// wait for each other and never get here; appointing somebody who registers at that moment may.
@Configuration(proxyBeanMethods = false)
class AccountConstraints {

    @Bean
    ConstraintRefusals accountConstraintRefusals() {
        return new ConstraintRefusals().on("account_email", GenericRefusal::concurrentChange);
    }
}
