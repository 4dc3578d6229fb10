package dev.lectern.testing.identity;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/// Tells a service under test where the keys are.
record TestIdentityContextCustomizer() implements ContextCustomizer {

    @Override
    public void customizeContext(
            ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        TestPropertyValues.of(
                        "lectern.identity.public-origin=" + TestIdentity.ISSUER,
                        "lectern.identity.jwks-uri=" + TestIdentity.jwksUri(),
                        "lectern.identity.token-uri=" + TestIdentity.tokenUri(),
                        "lectern.identity.client-secret=test-secret",
                        // The committed document must not depend on the order of beans.
                        "springdoc.writer-with-order-by-keys=true")
                .applyTo(context);
    }
}
