package dev.lectern.payment.selling.web;

import dev.lectern.common.security.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The provider has no token; its signature is checked instead.
@Configuration(proxyBeanMethods = false)
class WebhookOpen {

    @Bean
    OpenPaths webhooks() {
        return OpenPaths.of("POST /api/v1/payments/webhooks/stripe");
    }
}
