package dev.lectern.certificate.web;

import dev.lectern.certificate.signing.Issuer;
import dev.lectern.common.security.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Verifying needs no token: whoever holds the paper may check it.
@Configuration(proxyBeanMethods = false)
class VerificationOpen {

    @Bean
    OpenPaths verification() {
        return OpenPaths.of(
                "GET /api/v1/verify/**",
                "HEAD /api/v1/verify/**",
                "GET /verify/**",
                "HEAD /verify/**",
                "GET " + Issuer.DOCUMENT,
                "HEAD " + Issuer.DOCUMENT);
    }
}
