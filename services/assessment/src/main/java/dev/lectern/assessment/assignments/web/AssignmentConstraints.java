package dev.lectern.assessment.assignments.web;

import dev.lectern.common.problem.ConstraintRefusals;
import dev.lectern.common.problem.GenericRefusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the unique indexes of assignments say to the loser of a race.
@Configuration(proxyBeanMethods = false)
class AssignmentConstraints {

    @Bean
    ConstraintRefusals handingInConstraints() {
        return new ConstraintRefusals()
                .on("submission_numbered_once", GenericRefusal::concurrentChange)
                .on("submission_grade_numbered_once", GenericRefusal::concurrentChange)
                .on("submission_grade_superseded_once", GenericRefusal::concurrentChange);
    }
}
