package dev.lectern.acceptance.platform;

import dev.lectern.acceptance.people.Cast;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/// Hands the platform and its cast to tests; what it starts is shared and ends with the run.
final class PlatformExtension implements ParameterResolver, ExecutionCondition {

    private static final Namespace SHARED = Namespace.create(PlatformExtension.class);
    private static final int FRONT_DOOR = 3000;
    private static final String ISOLATED = "enrollment,content,payment,assessment,analytics";

    static {
        // Most of what is awaited takes milliseconds.
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(25));
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var needed =
                AnnotationSupport.findAnnotation(context.getElement(), OnPlatform.class)
                        .map(OnPlatform::isolated)
                        .orElse(new String[0]);
        return at().filter(given -> !isolatedOn(given).containsAll(List.of(needed)))
                .map(given ->
                        ConditionEvaluationResult.disabled(
                                "not run: needs ./lectern up --isolated="
                                        + String.join(",", needed)))
                .orElse(ConditionEvaluationResult.enabled("the platform has what it needs"));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Platform.class || type == Cast.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var store = context.getRoot().getStore(SHARED);
        var platform =
                at().orElseGet(() ->
                        store.computeIfAbsent(
                                        "platform",
                                        _ -> StartedPlatform.start("--isolated=" + ISOLATED),
                                        StartedPlatform.class)
                                .platform());
        return parameter.getParameter().getType() == Platform.class
                ? platform
                : store.computeIfAbsent("cast", _ -> new Cast(platform), Cast.class);
    }

    /// One that `./lectern up` started on this machine, where an address is given.
    private static Optional<Platform> at() {
        return Optional.ofNullable(System.getProperty("lectern.address"))
                .map(URI::create)
                .map(address -> Platform.on(address.getPort() - FRONT_DOOR, home()));
    }

    private static Path home() {
        return Path.of(System.getenv().getOrDefault("LECTERN_HOME", "../.lectern"))
                .toAbsolutePath()
                .normalize();
    }

    private static List<String> isolatedOn(Platform platform) {
        var state = new Properties();
        try (var file = Files.newInputStream(platform.home().resolve("run.properties"))) {
            state.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("no platform runs in " + platform.home(), e);
        }
        return Arrays.asList(state.getProperty("isolated", "").split(","));
    }
}
