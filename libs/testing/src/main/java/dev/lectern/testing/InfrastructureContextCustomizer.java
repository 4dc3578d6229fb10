package dev.lectern.testing;

import dev.lectern.embedded.AtExit;
import dev.lectern.embedded.Broker;
import dev.lectern.embedded.Mail;
import dev.lectern.embedded.ObjectStorage;
import dev.lectern.embedded.Postgres;
import dev.lectern.embedded.Redis;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/// Gives a context the addresses of the infrastructure. Contexts that ask for the same parts are
/// equal in this respect, so that Spring's cache of contexts keeps working.
record InfrastructureContextCustomizer(Set<Part> parts) implements ContextCustomizer {

    private static final String SOURCE = "test infrastructure";
    private static final String BUCKET = "lectern";
    private static final AtomicInteger REDIS_CONTEXTS = new AtomicInteger();

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
                case REDIS -> addRedis(properties);
                case MAIL -> addMail(properties);
                case OBJECTS -> addObjects(properties);
            }
        }
        TestProperties.add(environment, SOURCE, properties);
        closeBeforeInfrastructure(context);
    }

    /// Otherwise the last lines of a run are about connections lost while contexts close.
    private static void closeBeforeInfrastructure(ConfigurableApplicationContext context) {
        // Weak, as Spring may drop a context long before the JVM ends.
        var weak = new WeakReference<>(context);
        AtExit.closeFirst(() -> {
            ConfigurableApplicationContext remaining = weak.get();
            if (remaining != null) {
                remaining.close();
            }
        });
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

    private static void addRedis(Map<String, Object> properties) {
        Redis redis = Infrastructure.redis();
        properties.put("spring.data.redis.host", redis.host());
        properties.put("spring.data.redis.port", redis.port());
        // A server has sixteen of them, so that two contexts rarely see each other's keys.
        properties.put("spring.data.redis.database", REDIS_CONTEXTS.getAndIncrement() % 16);
    }

    private static void addMail(Map<String, Object> properties) {
        Mail mail = Infrastructure.mail();
        properties.put("spring.mail.host", mail.host());
        properties.put("spring.mail.port", mail.smtpPort());
    }

    private static void addObjects(Map<String, Object> properties) {
        ObjectStorage objects = Infrastructure.objects();
        objects.ensureBucket(BUCKET);
        properties.put("lectern.objects.endpoint", objects.endpoint());
        properties.put("lectern.objects.bucket", BUCKET);
        properties.put("lectern.objects.access-key", objects.accessKey());
        properties.put("lectern.objects.secret-key", objects.secretKey());
    }
}
