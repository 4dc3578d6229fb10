package dev.lectern.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The services of the platform as `services/services.yaml` lists them: who owns which path,
/// publishes and consumes which event, and may call whom.
public record Platform(List<Service> services, List<String> gatewayConsumes) {

    private static final String EVERYTHING = "everything";

    /// One service of the list. `replays` are the published types that carry whole state and can be
    /// sent again.
    public record Service(
            String name,
            int port,
            List<String> paths,
            List<String> publishes,
            List<String> replays,
            List<String> consumes,
            List<String> calls) {

        /// The exchange this service publishes on.
        public String exchange() {
            return exchangeOf(name);
        }
    }

    /// Reads the list that is packed with this class.
    public static Platform load() {
        try (var file = Platform.class.getResourceAsStream("/services.yaml")) {
            return parse(Objects.requireNonNull(file, "services.yaml is not on the class path"));
        } catch (IOException e) {
            throw new UncheckedIOException("services.yaml cannot be read", e);
        }
    }

    /// The exchange of a producer.
    public static String exchangeOf(String producer) {
        return producer + ".events";
    }

    /// The queue in which a consumer receives what a producer publishes.
    public static String queueOf(String consumer, String producer) {
        return consumer + "." + producer + "-events";
    }

    /// The producer of a type: what stands before its first dot.
    public static String producerOf(String type) {
        return type.substring(0, type.indexOf('.'));
    }

    /// The service of this name.
    public Service service(String name) {
        return services.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " is not in services.yaml"));
    }

    /// Everybody who consumes something of this producer, the gateway included, with the types.
    public Map<String, Set<String>> consumersOf(String producer) {
        var consumers =
                services.stream()
                        .collect(
                                Collectors.toMap(
                                        Service::name,
                                        service -> typesOf(service.consumes(), producer)));
        consumers.put("gateway", typesOf(gatewayConsumes, producer));
        consumers.values().removeIf(Set::isEmpty);
        return consumers;
    }

    /// Whether anybody consumes this type.
    public boolean hasConsumer(String type) {
        return gatewayConsumes.contains(type)
                || services.stream().anyMatch(service -> service.consumes().contains(type));
    }

    private static Set<String> typesOf(List<String> types, String producer) {
        return types.stream()
                .filter(type -> producerOf(type).equals(producer))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Platform parse(InputStream yaml) {
        Map<String, Object> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        var entries =
                ((List<?>) Objects.requireNonNull(root.get("services")))
                        .stream().map(entry -> (Map<?, ?>) entry).toList();
        var services = entries.stream().map(entry -> serviceOf(entry, entries)).toList();
        var gateway = (Map<?, ?>) Objects.requireNonNull(root.get("gateway"));
        return new Platform(services, strings(gateway, "consumes"));
    }

    private static Service serviceOf(Map<?, ?> entry, List<? extends Map<?, ?>> all) {
        return new Service(
                (String) Objects.requireNonNull(entry.get("name")),
                (Integer) Objects.requireNonNull(entry.get("port")),
                strings(entry, "paths"),
                strings(entry, "publishes"),
                strings(entry, "replays"),
                consumesOf(entry, all),
                strings(entry, "calls"));
    }

    /// Whoever consumes everything is told of a new type without being entered again.
    private static List<String> consumesOf(Map<?, ?> entry, List<? extends Map<?, ?>> all) {
        return EVERYTHING.equals(entry.get("consumes"))
                ? all.stream()
                        .filter(other -> other != entry)
                        .flatMap(other -> strings(other, "publishes").stream())
                        .toList()
                : strings(entry, "consumes");
    }

    private static List<String> strings(Map<?, ?> entry, String key) {
        return entry.get(key) instanceof List<?> list
                ? list.stream().map(String.class::cast).toList()
                : List.of();
    }
}
