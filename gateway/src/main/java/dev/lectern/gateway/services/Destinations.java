package dev.lectern.gateway.services;

import dev.lectern.gateway.services.Destination.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Every path that leads anywhere behind the gateway. What is not found here is a 404.
@Component
public final class Destinations {

    private record Entry(PathPattern pattern, Destination destination) {}

    private final List<Entry> entries = new ArrayList<>();

    Destinations(Services services, ServiceSettings settings) {
        for (Service service : services.all()) {
            for (String segment : service.segments()) {
                add(Kind.STREAM, service.name(), "/api/v1/" + segment + "/stream");
                add(Kind.RESOURCE, service.name(), "/api/v1/" + segment + "/**");
                add(Kind.ADMIN, service.name(), "/api/v1/admin/" + segment + "/**");
            }
        }
        settings.pages()
                .forEach((service, pages) -> pages.forEach(page -> add(Kind.PAGE, service, page)));
    }

    private void add(Kind kind, String service, String pattern) {
        entries.add(
                new Entry(
                        PathPatternParser.defaultInstance.parse(pattern),
                        new Destination(kind, service, pattern)));
    }

    /// Where patterns overlap, the narrowest decides.
    public Optional<Destination> of(PathContainer path) {
        return entries.stream()
                .filter(entry -> entry.pattern().matches(path))
                .min(Comparator.comparing(Entry::pattern))
                .map(Entry::destination);
    }
}
