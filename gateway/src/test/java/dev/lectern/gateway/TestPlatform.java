package dev.lectern.gateway;

import dev.lectern.embedded.Ports;
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

/// A gateway with everything it needs around it, except a broker: that one may be away. It runs
/// until the JVM ends, for the first gateway to close would take the network threads of all others
/// along.
final class TestPlatform {

    /// A site that may call from a browser, where the platform is behind a proxy.
    static final String FRIEND = "https://partner.example";

    private static TestPlatform shared;
    private static TestPlatform behindAProxy;

    private final TestRedis redis = new TestRedis();
    private final StubAuth auth = new StubAuth();
    private final Map<String, StubServer> services = new LinkedHashMap<>();
    private final List<ConfigurableApplicationContext> gateways = new ArrayList<>();
    private final int port = Ports.free();

    private TestPlatform(String origin, String... settings) {
        services.put("auth", auth);
        segments().keySet().stream()
                .filter(name -> !name.equals("auth"))
                .forEach(name -> services.put(name, new StubServer(name)));
        auth.issuesFor(origin.isEmpty() ? "http://localhost:" + port : origin);
        startGateway(port, settings);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /// One platform for all rules that do not break it.
    static synchronized TestPlatform shared() {
        if (shared == null) {
            shared = with("lectern.limits.factor=10000");
        }
        return shared;
    }

    static TestPlatform with(String... settings) {
        return new TestPlatform("", settings);
    }

    /// One platform for all rules about the edge: browsers come through a proxy that ends TLS.
    static synchronized TestPlatform behindAProxy() {
        if (behindAProxy == null) {
            behindAProxy =
                    new TestPlatform(
                            "https://academy.example",
                            "lectern.limits.factor=10000",
                            "lectern.cors.allowed-origins=" + FRIEND,
                            "lectern.trusted-proxies=127.0.0.0/8");
        }
        return behindAProxy;
    }

    /// A second gateway of the same platform.
    Client startReplica(String... settings) {
        int replica = Ports.free();
        startGateway(replica, settings);
        return new Client(replica);
    }

    private void startGateway(int on, String... settings) {
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put("server.port", Integer.toString(on));
        arguments.put("lectern.public-origin", origin());
        arguments.put("lectern.bff.secret", StubAuth.SECRET);
        arguments.put("spring.data.redis.port", Integer.toString(redis.port()));
        arguments.put("spring.rabbitmq.port", Integer.toString(Ports.free()));
        arguments.put("logging.level.access", "off");
        arguments.put("spring.lifecycle.timeout-per-shutdown-phase", "1s");
        services.forEach((name, stub) ->
                arguments.put("lectern.services." + name + ".url", stub.address().toString()));
        for (String setting : settings) {
            String[] pair = setting.split("=", 2);
            arguments.put(pair[0], pair[1]);
        }
        SpringApplication application = new SpringApplication(GatewayApplication.class);
        application.setRegisterShutdownHook(false);
        gateways.add(
                application.run(
                        arguments.entrySet().stream()
                                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                                .toArray(String[]::new)));
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
        try (InputStream in = TestPlatform.class.getResourceAsStream("/services.yaml")) {
            Map<String, List<Map<String, Object>>> list = new Yaml().load(in);
            return list.get("services").stream()
                    .collect(
                            Collectors.toMap(
                                    service -> (String) service.get("name"),
                                    TestPlatform::segmentsOf,
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

    private void close() {
        gateways.forEach(ConfigurableApplicationContext::close);
        services.values().forEach(StubServer::goesAway);
    }
}
