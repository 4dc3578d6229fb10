package dev.lectern.launcher.loading;

import dev.lectern.launcher.Failure;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which jars the services of one stack share and which each of them has for itself.
///
/// A plain library is shared by all: unless somebody configures it, it does nothing. A jar that
/// brings auto-configuration switches something on in every service that sees it, so it is shared
/// only when all of them have it.
///
/// @param own by service, its own jar first
record StackPlan(Set<Path> shared, Map<String, List<Path>> own) {

    private static final Pattern IN_A_REPOSITORY =
            Pattern.compile(
                    "(?<artifact>.*/(?<name>[^/]+))/(?<version>[^/]+)/\\k<name>-\\k<version>.*\\.jar");

    static StackPlan of(List<ServiceJars> services, Predicate<Path> bringsAutoConfiguration) {
        var all = union(services);
        refuseTwoVersions(all);
        var shared =
                all.stream()
                        .filter(jar ->
                                !bringsAutoConfiguration.test(jar)
                                        || services.stream()
                                                .allMatch(one -> one.libraries().contains(jar)))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        var own = new LinkedHashMap<String, List<Path>>();
        for (var service : services) {
            var jars = new LinkedHashSet<>(List.of(service.own()));
            jars.addAll(service.libraries());
            jars.removeAll(shared);
            own.put(service.name(), List.copyOf(jars));
        }
        return new StackPlan(shared, own);
    }

    private static Set<Path> union(List<ServiceJars> services) {
        return services.stream()
                .flatMap(service -> service.libraries().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void refuseTwoVersions(Collection<Path> jars) {
        Map<String, String> versions = new HashMap<>();
        for (Path jar : jars) {
            var kept = IN_A_REPOSITORY.matcher(jar.toString().replace('\\', '/'));
            if (kept.matches()) {
                String version = kept.group("version");
                String other = versions.putIfAbsent(kept.group("artifact"), version);
                if (other != null && !other.equals(version)) {
                    throw new Failure(
                            "two versions of %s cannot share one JVM: %s and %s"
                                    .formatted(kept.group("name"), other, version));
                }
            }
        }
    }
}
