package dev.lectern.gateway.services;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The services of the platform, read from the packed `services.yaml`. A list that gives one segment to
/// two services, or settings for a service that is not listed, stops the start.
@Component
public final class Services {

    private record Entry(String name, int port, List<String> segments) {

        static Entry of(Map<?, ?> entry) {
            Object paths = entry.get("paths");
            List<String> segments =
                    paths instanceof List<?> list
                            ? list.stream().map(Object::toString).toList()
                            : List.of();
            return new Entry(
                    required(entry, "name").toString(),
                    (Integer) required(entry, "port"),
                    segments);
        }
    }

    private final List<Service> all;

    Services(ServiceSettings settings) {
        this.all = listed().stream().map(entry -> service(entry, settings)).toList();
        refuseSharedSegments();
        Set<String> names = new HashSet<>(all.stream().map(Service::name).toList());
        refuseUnlisted("lectern.services", settings.services().keySet(), names);
        refuseUnlisted("lectern.pages", settings.pages().keySet(), names);
    }

    public List<Service> all() {
        return all;
    }

    public Service named(String name) {
        return all.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No service " + name));
    }

    private static List<Entry> listed() {
        try (InputStream in = new ClassPathResource("services.yaml").getInputStream()) {
            Map<String, Object> document =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            List<Entry> entries = new ArrayList<>();
            for (Object entry : (List<?>) required(document, "services")) {
                entries.add(Entry.of((Map<?, ?>) entry));
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException("services.yaml is not packed", e);
        }
    }

    private static Service service(Entry entry, ServiceSettings settings) {
        ServiceSettings.Address address = settings.services().get(entry.name());
        URI url =
                address == null
                        ? URI.create("http://localhost:" + entry.port())
                        : address.url();
        return new Service(entry.name(), url, entry.segments());
    }

    private static Object required(Map<?, ?> entry, String key) {
        Object value = entry.get(key);
        if (value == null) {
            throw new IllegalStateException("services.yaml lacks " + key + " in " + entry);
        }
        return value;
    }

    private void refuseSharedSegments() {
        Set<String> seen = new HashSet<>();
        for (Service service : all) {
            for (String segment : service.segments()) {
                if (!seen.add(segment)) {
                    throw new IllegalStateException("Two services claim /api/v1/" + segment);
                }
            }
        }
    }

    private static void refuseUnlisted(String setting, Set<String> names, Set<String> listed) {
        for (String name : names) {
            if (!listed.contains(name)) {
                throw new IllegalStateException(setting + "." + name + " is not in services.yaml");
            }
        }
    }
}
