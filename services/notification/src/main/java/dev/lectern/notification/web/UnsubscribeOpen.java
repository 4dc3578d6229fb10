package dev.lectern.notification.web;

import dev.lectern.common.security.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Unsubscribing needs no token but the one in the link: mailboxes do it on behalf of their owners.
@Configuration(proxyBeanMethods = false)
class UnsubscribeOpen {

    @Bean
    OpenPaths unsubscribing() {
        return OpenPaths.of("GET /unsubscribe", "HEAD /unsubscribe", "POST /unsubscribe");
    }
}
