package dev.lectern.review.web;

import dev.lectern.common.security.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Whoever thinks about a course may read what others say of it.
@Configuration(proxyBeanMethods = false)
class ReviewOpen {

    @Bean
    OpenPaths reading() {
        return OpenPaths.of("GET /api/v1/reviews/**", "HEAD /api/v1/reviews/**");
    }
}
