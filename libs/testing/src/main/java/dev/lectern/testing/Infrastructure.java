package dev.lectern.testing;

import dev.lectern.embedded.Broker;
import dev.lectern.embedded.BrokerChoice;
import dev.lectern.embedded.BrokerPorts;
import dev.lectern.embedded.Mail;
import dev.lectern.embedded.ObjectStorage;
import dev.lectern.embedded.Postgres;
import dev.lectern.embedded.PostgresSettings;
import dev.lectern.embedded.Redis;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// The infrastructure of this JVM's tests: each part is started when it is first asked for and ends
/// with the JVM.
public final class Infrastructure {

    private static final Lazy<Workspace> WORKSPACE = new Lazy<>(Workspace::open);
    private static final Lazy<Postgres> POSTGRES = new Lazy<>(Infrastructure::startPostgres);
    private static final Lazy<Broker> BROKER = new Lazy<>(Infrastructure::startBroker);
    private static final Lazy<Redis> REDIS = new Lazy<>(Infrastructure::startRedis);
    private static final Lazy<Mail> MAIL = new Lazy<>(() -> Mail.start(0));
    private static final Lazy<ObjectStorage> OBJECTS = new Lazy<>(Infrastructure::startObjects);

    private static final Map<String, Integer> DATABASES = new ConcurrentHashMap<>();

    private Infrastructure() {}

    public static Postgres postgres() {
        return POSTGRES.get();
    }

    /// The broker of all tests in this JVM. A test may stop it; it runs again for the next one.
    public static Broker broker() {
        return BROKER.get();
    }

    public static Redis redis() {
        return REDIS.get();
    }

    public static Mail mail() {
        return MAIL.get();
    }

    public static ObjectStorage objects() {
        return OBJECTS.get();
    }

    /// Starts parts side by side and returns when all of them are ready.
    public static void start(Collection<Part> parts) {
        CompletableFuture.allOf(
                        parts.stream()
                                .map(part -> CompletableFuture.runAsync(() -> start(part)))
                                .toArray(CompletableFuture[]::new))
                .join();
    }

    /// A new, empty database with an owner of the same name and password. A second one for the same
    /// service gets a number.
    static String newDatabase(String service) {
        int number = DATABASES.merge(service, 1, Integer::sum);
        String name = number == 1 ? service : service + "_" + number;
        postgres().ensureDatabase(name);
        return name;
    }

    /// Brings back what a test stopped and did not restart, or every later test would fail for it.
    static void bringBack() {
        BROKER.ifMade(broker -> {
            if (!broker.isRunning()) {
                broker.restart();
            }
        });
    }

    private static void start(Part part) {
        switch (part) {
            case POSTGRES -> postgres();
            case BROKER -> broker();
            case REDIS -> redis();
            case MAIL -> mail();
            case OBJECTS -> objects();
        }
    }

    private static Postgres startPostgres() {
        Workspace workspace = WORKSPACE.get();
        return Postgres.start(
                workspace.home("postgres"), 0, PostgresSettings.throwAway(workspace.shared()));
    }

    private static Broker startBroker() {
        return Broker.start(
                WORKSPACE.get().home("broker"), BrokerPorts.free(), BrokerChoice.configured());
    }

    private static Redis startRedis() {
        return Redis.start(WORKSPACE.get().home("redis"), 0);
    }

    private static ObjectStorage startObjects() {
        Workspace workspace = WORKSPACE.get();
        return ObjectStorage.start(
                workspace.home("objects"),
                0,
                workspace.classPathOf("local/objects"),
                URI.create("http://localhost:3000"));
    }
}
