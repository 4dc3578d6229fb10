package dev.lectern.launcher.loading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Services of one kind with a class loader for what they share and one each for what is theirs.
public final class Stack {

    /// How the loader of a service is named; the log recognizes a service by it.
    public static final String SERVICE = "service:";

    /// How the loader of what is shared is named.
    public static final String STACK = "stack:";

    private static final String SHARED = "services";
    private static final List<String> AUTO_CONFIGURATION =
            List.of(
                    "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports",
                    "META-INF/spring.factories");

    private final ClassLoader shared;
    private final Map<String, ClassLoader> own = new HashMap<>();

    private Stack(StackPlan plan, Path logging) {
        String name = plan.own().size() == 1 ? plan.own().keySet().iterator().next() : SHARED;
        // The launcher's way of logging comes before any the libraries might bring.
        var jars = Stream.concat(Stream.of(logging), plan.shared().stream()).toList();
        shared = loader(STACK + name, jars, ClassLoader.getPlatformClassLoader());
        plan.own()
                .forEach((service, itsJars) ->
                        own.put(service, loader(SERVICE + service, itsJars, shared)));
    }

    /// The loader of each service, made so that no service sees what only another one has.
    ///
    /// @param logging the jar that holds the launcher's way of logging
    public static Map<String, ClassLoader> loadersOf(
            Collection<ServiceJars> services, Path logging) {
        var loaders = new HashMap<String, ClassLoader>();
        boolean first = true;
        for (var kind :
                services.stream()
                        .collect(Collectors.partitioningBy(ServiceJars::isServlet))
                        .values()) {
            if (!kind.isEmpty()) {
                var stack = new Stack(StackPlan.of(kind, Stack::bringsAutoConfiguration), logging);
                stack.prepare(first);
                first = false;
                loaders.putAll(stack.own);
            }
        }
        return loaders;
    }

    /// What concerns the whole JVM is done once, before any service starts.
    private void prepare(boolean first) {
        // Services that start side by side would set logging up twice and lose lines over it.
        Statics.callIfPresent(shared, "org.slf4j.LoggerFactory", "getILoggerFactory");
        // Of all Tomcats in one JVM only the first could register its handler of war: addresses.
        Statics.callIfPresent(
                shared,
                "org.apache.catalina.webresources.TomcatURLStreamHandlerFactory",
                "disable");
        if (first) {
            String bridge = "org.slf4j.bridge.SLF4JBridgeHandler";
            Statics.callIfPresent(shared, bridge, "removeHandlersForRootLogger");
            Statics.callIfPresent(shared, bridge, "install");
        }
    }

    static boolean bringsAutoConfiguration(Path jar) {
        try (var file = new JarFile(jar.toFile())) {
            return AUTO_CONFIGURATION.stream().anyMatch(entry -> file.getEntry(entry) != null);
        } catch (IOException e) {
            throw new UncheckedIOException(jar + " cannot be read", e);
        }
    }

    private static URLClassLoader loader(String name, List<Path> jars, ClassLoader parent) {
        var urls = new ArrayList<URL>();
        for (Path jar : jars) {
            try {
                urls.add(jar.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(jar + " has no address", e);
            }
        }
        return new URLClassLoader(name, urls.toArray(URL[]::new), parent);
    }
}
