package dev.lectern.testing;

import dev.lectern.embedded.AtExit;
import dev.lectern.embedded.Broker;
import dev.lectern.embedded.Postgres;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/// Gives a context the addresses of the infrastructure. Contexts that ask for the same parts are
/// equal in this respect, so that Spring's cache of contexts keeps working.
record InfrastructureContextCustomizer(Set<Part> parts) implements ContextCustomizer {

    private static final String SOURCE = "test infrastructure";

    @Override
    public void customizeContext(
            ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        Infrastructure.start(parts);
        var environment = context.getEnvironment();
        var properties = new HashMap<String, Object>();
        for (Part part : parts) {
            switch (part) {
                case POSTGRES -> addDatabase(properties, environment);
                case BROKER -> addBroker(properties);
            }
        }
        addBelowInlined(
                environment.getPropertySources(), new MapPropertySource(SOURCE, properties));
        // Otherwise the last lines of a run are about connections lost while contexts close.
        AtExit.closeFirst(context);
    }

    private static void addDatabase(Map<String, Object> properties, Environment environment) {
        String database =
                Infrastructure.newDatabase(
                        environment.getProperty("spring.application.name", "test"));
        Postgres postgres = Infrastructure.postgres();
        properties.put("spring.datasource.url", postgres.jdbcUrl(database));
        properties.put("spring.datasource.username", database);
        properties.put("spring.datasource.password", database);
        // Slices would put an in-memory database in its place.
        properties.put("spring.test.database.replace", "none");
    }

    private static void addBroker(Map<String, Object> properties) {
        Broker broker = Infrastructure.broker();
        properties.put("spring.rabbitmq.host", broker.host());
        properties.put("spring.rabbitmq.port", broker.port());
        properties.put("spring.rabbitmq.username", broker.username());
        properties.put("spring.rabbitmq.password", broker.password());
        properties.put("spring.rabbitmq.virtual-host", broker.virtualHost());
    }

    /// Above the service's own settings and the machine's environment, below what a test writes on
    /// itself.
    private static void addBelowInlined(
            MutablePropertySources sources, MapPropertySource infrastructure) {
        String inlined = TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;
        if (sources.contains(inlined)) {
            sources.addAfter(inlined, infrastructure);
        } else {
            sources.addFirst(infrastructure);
        }
    }
}
