package dev.lectern.launcher.platform;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Starts a platform for the first test that asks for it and stops it after the last test of all.
final class SharedPlatforms implements ParameterResolver {

    private static final Namespace PLATFORMS = Namespace.create(SharedPlatforms.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.isAnnotated(Up.class);
    }

    @Override
    public Platform resolveParameter(ParameterContext parameter, ExtensionContext test) {
        boolean isolated = parameter.findAnnotation(Up.class).orElseThrow().isolated();
        return test.getRoot()
                .getStore(PLATFORMS)
                .computeIfAbsent(isolated, key -> Platform.start(isolated), Platform.class);
    }
}
