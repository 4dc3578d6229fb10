package dev.lectern.acceptance.platform;

import dev.lectern.acceptance.people.Cast;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/// Hands the platform and its cast to tests; what it starts is shared and ends with the run.
final class PlatformExtension implements ParameterResolver {

    private static final Namespace SHARED = Namespace.create(PlatformExtension.class);
    private static final int FRONT_DOOR = 3000;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Platform.class || type == Cast.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var isolated =
                AnnotationSupport.findAnnotation(context.getRequiredTestClass(), OnPlatform.class)
                        .map(annotation -> String.join(",", annotation.isolated()))
                        .orElseThrow();
        var platform = platform(isolated, context);
        if (parameter.getParameter().getType() == Platform.class) {
            return platform;
        }
        return context.getRoot()
                .getStore(SHARED)
                .computeIfAbsent("cast " + isolated, _ -> new Cast(platform), Cast.class);
    }

    private static Platform platform(String isolated, ExtensionContext context) {
        var address = System.getProperty("lectern.address");
        if (address != null) {
            return at(URI.create(address));
        }
        return context.getRoot()
                .getStore(SHARED)
                .computeIfAbsent(
                        "platform " + isolated, _ -> start(isolated), StartedPlatform.class)
                .platform();
    }

    private static StartedPlatform start(String isolated) {
        return isolated.isEmpty()
                ? StartedPlatform.start("shared", List.of())
                : StartedPlatform.start("isolated", List.of("--isolated=" + isolated));
    }

    /// One that `./lectern up` started on this machine.
    private static Platform at(URI address) {
        var home = System.getenv().getOrDefault("LECTERN_HOME", "../.lectern");
        return Platform.on(
                address.getPort() - FRONT_DOOR, Path.of(home).toAbsolutePath().normalize());
    }
}
