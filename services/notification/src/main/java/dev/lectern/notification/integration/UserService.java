package dev.lectern.notification.integration;

import dev.lectern.common.integration.ServiceClients;
import dev.lectern.notification.application.Recipients;
import dev.lectern.notification.application.Recipients.Recipient;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where the user service is spoken to.
@Configuration(proxyBeanMethods = false)
class UserService {

    @Bean
    Recipients recipients(ServiceClients clients) {
        var profiles = clients.client("user", UserProfiles.class);
        return user -> {
            var profile = profiles.of(user);
            return new Recipient(
                    profile.displayName(),
                    profile.email(),
                    Locale.forLanguageTag(profile.locale()));
        };
    }
}
