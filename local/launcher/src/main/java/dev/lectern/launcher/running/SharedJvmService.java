package dev.lectern.launcher.running;

import dev.lectern.launcher.loading.ServiceContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A service inside the launcher's own JVM.
final class SharedJvmService implements Service {

    private static final Logger log = LoggerFactory.getLogger(SharedJvmService.class);

    private final String name;
    private final ClassLoader loader;
    private final String mainClass;
    private final List<String> arguments;
    private volatile @Nullable ServiceContext context;

    SharedJvmService(
            String name, ClassLoader loader, String mainClass, Map<String, String> settings) {
        this.name = name;
        this.loader = loader;
        this.mainClass = mainClass;
        this.arguments =
                settings.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toList();
    }

    @Override
    public void start() throws Exception {
        if (context == null) {
            context = ServiceContext.start(loader, mainClass, arguments);
        }
    }

    /// One that is still starting ends with the JVM.
    @Override
    public void stop() {
        var running = context;
        context = null;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (RuntimeException e) {
            // The others and the infrastructure must still be stopped.
            log.warn("{} did not stop by itself", name, e);
        }
    }
}
