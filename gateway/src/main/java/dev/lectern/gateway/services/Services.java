package dev.lectern.gateway.services;

import dev.lectern.events.Platform;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The services that `services.yaml` lists, with their addresses. A list that gives one segment to
/// two services, or settings for a service that is not listed, stops the start.
@Component
public final class Services {

    private final List<Service> all;

    Services(ServiceSettings settings) {
        this.all =
                Platform.load().services().stream()
                        .map(listed -> service(listed, settings))
                        .toList();
        refuseSharedSegments();
        Set<String> names = all.stream().map(Service::name).collect(Collectors.toSet());
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

    private static Service service(Platform.Service listed, ServiceSettings settings) {
        ServiceSettings.Address address = settings.services().get(listed.name());
        URI url = address == null ? URI.create("http://localhost:" + listed.port()) : address.url();
        return new Service(listed.name(), url, listed.paths());
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
