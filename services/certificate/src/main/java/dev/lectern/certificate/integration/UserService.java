package dev.lectern.certificate.integration;

import dev.lectern.certificate.application.HolderNames;
import dev.lectern.common.integration.ServiceClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where the user service is spoken to.
@Configuration(proxyBeanMethods = false)
class UserService {

    @Bean
    HolderNames holderNames(ServiceClients clients) {
        var profiles = clients.client("user", UserProfiles.class);
        return learnerId -> profiles.of(learnerId).displayName();
    }
}
