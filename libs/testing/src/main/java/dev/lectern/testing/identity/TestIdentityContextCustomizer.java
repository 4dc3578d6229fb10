package dev.lectern.testing.identity;

import dev.lectern.testing.TestProperties;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/// Tells a service under test where the keys are.
record TestIdentityContextCustomizer() implements ContextCustomizer {

    @Override
    public void customizeContext(
            ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        TestProperties.add(
                context.getEnvironment(),
                "test identity",
                Map.of(
                        "lectern.identity.public-origin",
                        TestIdentity.ISSUER,
                        "lectern.identity.jwks-uri",
                        TestIdentity.jwksUri(),
                        "lectern.identity.token-uri",
                        TestIdentity.tokenUri(),
                        "lectern.identity.client-secret",
                        "test-secret"));
    }
}
