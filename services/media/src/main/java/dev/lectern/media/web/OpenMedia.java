package dev.lectern.media.web;

import dev.lectern.common.security.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Previews and covers are shown to people nobody knows.
@Configuration(proxyBeanMethods = false)
class OpenMedia {

    @Bean
    OpenPaths mediaForAnyone() {
        return OpenPaths.of(
                "GET /api/v1/video/*", "GET /api/v1/video/*/hls/*", "GET /api/v1/assets/*/file");
    }
}
