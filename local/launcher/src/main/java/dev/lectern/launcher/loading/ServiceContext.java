package dev.lectern.launcher.loading;

import java.lang.reflect.InvocationTargetException;
import java.util.List;

/// A service that runs in this JVM, as its own Spring context behind its own class loader.
public final class ServiceContext implements AutoCloseable {

    private final ClassLoader loader;
    private final AutoCloseable context;

    private ServiceContext(ClassLoader loader, AutoCloseable context) {
        this.loader = loader;
        this.context = context;
    }

    /// Starts it and returns when it takes requests; what made it fail is thrown as it is.
    public static ServiceContext start(ClassLoader loader, String mainClass, List<String> arguments)
            throws Exception {
        return within(
                loader,
                () -> {
                    var application =
                            loader.loadClass("org.springframework.boot.SpringApplication");
                    var run = application.getMethod("run", Class.class, String[].class);
                    try {
                        var context =
                                run.invoke(
                                        null,
                                        loader.loadClass(mainClass),
                                        arguments.toArray(String[]::new));
                        return new ServiceContext(loader, (AutoCloseable) context);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() instanceof Exception cause ? cause : e;
                    }
                });
    }

    @Override
    public void close() {
        try {
            within(
                    loader,
                    () -> {
                        context.close();
                        return this;
                    });
        } catch (Exception e) {
            throw new IllegalStateException("a context did not close", e);
        }
    }

    /// Libraries look for classes through the thread, and the log finds the service by it.
    private static <T> T within(ClassLoader loader, Action<T> action) throws Exception {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return action.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private interface Action<T> {
        T run() throws Exception;
    }
}
