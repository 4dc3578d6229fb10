package dev.lectern.content.authoring.domain.body;

import java.util.Set;

/// The hosts whose pages may be shown inside a lesson, by their exact names in lower case.
public record EmbedHosts(Set<String> names) {

    public EmbedHosts {
        names = Set.copyOf(names);
    }
}
