package dev.lectern.assessment;

import dev.lectern.testing.neighbours.UserStub;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/// The neighbour that knows what people are called.
@TestConfiguration(proxyBeanMethods = false)
class UserNearby {

    @Bean
    UserStub user() {
        return new UserStub();
    }

    @Bean
    DynamicPropertyRegistrar whereUserIs(UserStub user) {
        return properties -> properties.add("lectern.services.user.url", user::url);
    }
}
