package dev.lectern.content.delivery.web;

import dev.lectern.common.security.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Previews are shown to people nobody knows.
@Configuration(proxyBeanMethods = false)
class LessonPaths {

    @Bean
    OpenPaths lessonsForAnyone() {
        return OpenPaths.of("GET /api/v1/lessons/*");
    }
}
