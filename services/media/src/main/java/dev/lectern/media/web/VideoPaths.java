package dev.lectern.media.web;

import dev.lectern.common.security.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Previews are shown to people nobody knows.
@Configuration(proxyBeanMethods = false)
class VideoPaths {

    @Bean
    OpenPaths videosForAnyone() {
        return OpenPaths.of("GET /api/v1/video/*", "GET /api/v1/video/*/hls/*");
    }
}
