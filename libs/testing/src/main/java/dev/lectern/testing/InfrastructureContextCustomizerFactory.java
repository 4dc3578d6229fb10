package dev.lectern.testing;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;

/// Points the Spring context of a test at the infrastructure the test asks for.
final class InfrastructureContextCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        Set<Part> parts = InfrastructureExtension.partsOf(testClass);
        return parts.isEmpty() ? null : new InfrastructureContextCustomizer(parts);
    }
}
