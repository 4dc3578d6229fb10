package dev.lectern.testing;

import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.support.TestPropertySourceUtils;

/// Settings that come from the surroundings of a test.
public final class TestProperties {

    private TestProperties() {}

    /// Puts them above the service's own settings and the machine's environment, below what a test
    /// writes on itself.
    public static void add(
            ConfigurableEnvironment environment, String name, Map<String, Object> properties) {
        var sources = environment.getPropertySources();
        var source = new MapPropertySource(name, properties);
        var inlined = TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;
        if (sources.contains(inlined)) {
            sources.addAfter(inlined, source);
        } else {
            sources.addFirst(source);
        }
    }
}
