package dev.lectern.enrollment.enrolling.web;

import dev.lectern.common.problem.ConstraintRefusals;
import dev.lectern.enrollment.enrolling.domain.EnrollmentRefused;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the unique indexes of enrolling say to the loser of a race.
@Configuration(proxyBeanMethods = false)
class EnrollmentConstraints {

    @Bean
    ConstraintRefusals enrollingConstraints() {
        return new ConstraintRefusals()
                .on("enrollment_one_in_force", EnrollmentRefused::alreadyEnrolled)
                .on("waitlist_one_in_line", EnrollmentRefused::alreadyWaiting);
    }
}
