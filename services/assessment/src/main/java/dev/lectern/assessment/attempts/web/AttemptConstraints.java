package dev.lectern.assessment.attempts.web;

import dev.lectern.assessment.attempts.domain.AttemptRefused;
import dev.lectern.common.problem.ConstraintRefusals;
import dev.lectern.common.problem.GenericRefusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the unique indexes of attempts say to the loser of a race.
@Configuration(proxyBeanMethods = false)
class AttemptConstraints {

    @Bean
    ConstraintRefusals startingConstraints() {
        return new ConstraintRefusals()
                .on("attempt_one_open", AttemptRefused::alreadyOpen)
                .on("attempt_numbered_once", GenericRefusal::concurrentChange);
    }
}
