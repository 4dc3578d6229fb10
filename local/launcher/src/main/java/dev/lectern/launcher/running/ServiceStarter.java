package dev.lectern.launcher.running;

import dev.lectern.embedded.OwnedProcesses;
import dev.lectern.launcher.checkout.Deployable;
import dev.lectern.launcher.loading.ServiceJars;
import dev.lectern.launcher.loading.Stack;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Makes services, each for the JVM that was chosen for it.
///
/// @param loaders of those that share the launcher's JVM
record ServiceStarter(
        Home home,
        Settings settings,
        OwnedProcesses owned,
        Map<String, ServiceJars> jars,
        Map<String, ClassLoader> loaders) {

    static ServiceStarter of(
            Collection<Deployable> services,
            Collection<String> isolated,
            Path root,
            Home home,
            Settings settings,
            OwnedProcesses owned) {
        var copies = Jars.fresh(root, home.of("jars"));
        var jars =
                services.stream()
                        .map(copies::of)
                        .collect(Collectors.toMap(ServiceJars::name, Function.identity()));
        var shared =
                services.stream()
                        .map(Deployable::name)
                        .filter(name -> !isolated.contains(name))
                        .map(jars::get)
                        .toList();
        return new ServiceStarter(
                home, settings, owned, jars, Stack.loadersOf(shared, jarOfThisClass()));
    }

    /// The service, not yet started.
    Service of(Deployable one) {
        String name = one.name();
        var itsSettings = settings.of(one);
        var loader = loaders.get(name);
        if (loader == null) {
            return OwnJvmService.of(
                    Objects.requireNonNull(jars.get(name)),
                    one.mainClass(),
                    itsSettings,
                    home,
                    owned);
        }
        // The launcher closes contexts itself, in an order that suits all of them.
        itsSettings.put("spring.main.register-shutdown-hook", "false");
        return new SharedJvmService(name, loader, one.mainClass(), itsSettings);
    }

    private static Path jarOfThisClass() {
        try {
            return Path.of(
                    ServiceStarter.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
