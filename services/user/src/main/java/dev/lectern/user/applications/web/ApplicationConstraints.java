package dev.lectern.user.applications.web;

import dev.lectern.common.problem.ConstraintRefusals;
import dev.lectern.user.applications.domain.ApplicationRefused;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the unique index of applications says to the loser of a race.
@Configuration(proxyBeanMethods = false)
class ApplicationConstraints {

    @Bean
    ConstraintRefusals applicationRefusals() {
        return new ConstraintRefusals()
                .on("instructor_application_one_in_force", ApplicationRefused::pending);
    }
}
