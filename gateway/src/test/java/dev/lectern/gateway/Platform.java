package dev.lectern.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.yaml.snakeyaml.Yaml;

/// A gateway with everything it needs around it, except a broker: that one may be away.
final class Platform implements AutoCloseable {

    private static Platform shared;

    private final TestRedis redis = new TestRedis();
    private final StubAuth auth = new StubAuth();
    private final Map<String, StubServer> services = new LinkedHashMap<>();
    private final List<ConfigurableApplicationContext> gateways = new ArrayList<>();
    private final int port = TestRedis.freePort();

    private Platform(String origin, String... settings) {
        services.put("auth", auth);
        segments().keySet().stream()
                .filter(name -> !name.equals("auth"))
                .forEach(name -> services.put(name, new StubServer(name)));
        auth.issuesFor(origin.isEmpty() ? "http://localhost:" + port : origin);
        startGateway(port, settings);
    }

    /// One platform for all rules that do not break it.
    static synchronized Platform shared() {
        if (shared == null) {
            shared = with("lectern.limits.factor=10000");
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    static Platform with(String... settings) {
        return new Platform("", settings);
    }

    /// A platform whose browsers come through a proxy that ends TLS.
    static Platform behind(String origin, String... settings) {
        return new Platform(origin, settings);
    }

    /// A second gateway of the same platform.
    Client startReplica(String... settings) {
        int replica = TestRedis.freePort();
        startGateway(replica, settings);
        return new Client(replica);
    }

    private void startGateway(int on, String... settings) {
        List<String> arguments = new ArrayList<>();
        arguments.add("server.port=" + on);
        arguments.add("lectern.public-origin=" + origin());
        arguments.add("lectern.bff.secret=" + StubAuth.SECRET);
        arguments.add("spring.data.redis.port=" + redis.port());
        arguments.add("spring.rabbitmq.port=" + TestRedis.freePort());
        arguments.add("spring.lifecycle.timeout-per-shutdown-phase=1s");
        services.forEach(
                (name, stub) -> arguments.add("lectern.services." + name + ".url=" + stub.address()));
        arguments.addAll(List.of(settings));
        SpringApplication application = new SpringApplication(GatewayApplication.class);
        application.setRegisterShutdownHook(false);
        gateways.add(
                application.run(
                        arguments.stream().map(setting -> "--" + setting).toArray(String[]::new)));
    }

    String origin() {
        return auth.issuer();
    }

    StubAuth auth() {
        return auth;
    }

    StubServer service(String name) {
        return services.get(name);
    }

    TestRedis redis() {
        return redis;
    }

    Client client() {
        return new Client(port);
    }

    <T> T part(Class<T> type) {
        return gateways.getFirst().getBean(type);
    }

    /// The segments each service owns, read from the list itself and not through the gateway.
    static Map<String, List<String>> segments() {
        try (InputStream in = Platform.class.getResourceAsStream("/services.yaml")) {
            Map<String, List<Map<String, Object>>> list = new Yaml().load(in);
            return list.get("services").stream()
                    .collect(
                            Collectors.toMap(
                                    service -> (String) service.get("name"),
                                    Platform::segmentsOf,
                                    (one, _) -> one,
                                    LinkedHashMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> segmentsOf(Map<String, Object> service) {
        return (List<String>) service.getOrDefault("paths", List.of());
    }

    @Override
    public void close() {
        gateways.forEach(ConfigurableApplicationContext::close);
        services.values().forEach(StubServer::goesAway);
        redis.close();
    }
}
