package dev.lectern.testing;

import dev.lectern.embedded.Broker;
import dev.lectern.embedded.BrokerChoice;
import dev.lectern.embedded.BrokerPorts;
import dev.lectern.embedded.Postgres;
import dev.lectern.embedded.PostgresSettings;
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

    private static final Map<String, Integer> DATABASES = new ConcurrentHashMap<>();

    private Infrastructure() {}

    public static Postgres postgres() {
        return POSTGRES.get();
    }

    /// The broker of all tests in this JVM: who stops it restarts it.
    public static Broker broker() {
        return BROKER.get();
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

    private static void start(Part part) {
        switch (part) {
            case POSTGRES -> postgres();
            case BROKER -> broker();
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
}
