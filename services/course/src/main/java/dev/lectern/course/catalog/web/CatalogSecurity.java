package dev.lectern.course.catalog.web;

import dev.lectern.common.security.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What answers without a token.
@Configuration(proxyBeanMethods = false)
class CatalogSecurity {

    @Bean
    OpenPaths openCatalog() {
        return OpenPaths.of("GET /api/v1/catalog/**");
    }
}
