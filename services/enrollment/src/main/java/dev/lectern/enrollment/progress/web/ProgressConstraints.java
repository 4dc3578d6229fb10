package dev.lectern.enrollment.progress.web;

import dev.lectern.common.problem.ConstraintRefusals;
import dev.lectern.common.problem.GenericRefusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the unique indexes of progress say to the loser of a race: the same report may be sent
/// again, and what is known by then is answered as a duplicate.
@Configuration(proxyBeanMethods = false)
class ProgressConstraints {

    @Bean
    ConstraintRefusals factConstraints() {
        return new ConstraintRefusals()
                .on("fact_once", GenericRefusal::concurrentChange)
                .on("course_progress_pkey", GenericRefusal::concurrentChange);
    }
}
