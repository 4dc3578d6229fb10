package dev.lectern.review.web;

import dev.lectern.common.problem.ConstraintRefusals;
import dev.lectern.review.domain.ReviewRefused;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the unique index says to the loser of a race.
@Configuration(proxyBeanMethods = false)
class ReviewConstraints {

    @Bean
    ConstraintRefusals reviewingConstraints() {
        return new ConstraintRefusals()
                .on("review_once", () -> ReviewRefused.alreadyReviewed(null));
    }
}
