package dev.lectern.launcher.running;

import dev.lectern.launcher.loading.ServiceContext;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A service inside the launcher's own JVM.
record SharedJvmService(String name, ServiceContext context) implements Service {

    private static final Logger log = LoggerFactory.getLogger(SharedJvmService.class);

    static SharedJvmService start(
            String name, ClassLoader loader, String mainClass, Map<String, String> settings)
            throws Exception {
        List<String> arguments =
                settings.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toList();
        return new SharedJvmService(name, ServiceContext.start(loader, mainClass, arguments));
    }

    @Override
    public void close() {
        try {
            context.close();
        } catch (RuntimeException e) {
            // The others and the infrastructure must still be stopped.
            log.warn("{} did not stop by itself", name, e);
        }
    }
}
