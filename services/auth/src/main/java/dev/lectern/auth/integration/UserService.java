package dev.lectern.auth.integration;

import dev.lectern.auth.application.Profiles;
import dev.lectern.common.integration.ServiceClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where the user service is spoken to.
@Configuration(proxyBeanMethods = false)
class UserService {

    @Bean
    Profiles userProfiles(ServiceClients clients) {
        return clients.client("user", UserProfiles.class);
    }
}
