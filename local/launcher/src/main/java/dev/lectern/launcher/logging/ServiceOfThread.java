package dev.lectern.launcher.logging;

import dev.lectern.launcher.loading.Stack;
import org.jspecify.annotations.Nullable;

/// Tells for which service the current thread works, by the class loader it carries: unlike
/// anything else, that reaches the threads of pools, listeners and virtual request handlers alike.
final class ServiceOfThread {

    private static final String LAUNCHER = "launcher";

    // This class is loaded anew by every stack.
    private static final String OTHERWISE = nameOfThisStack();

    private ServiceOfThread() {}

    static String name() {
        var loader = Thread.currentThread().getContextClassLoader();
        while (loader != null) {
            String name = loader.getName();
            if (name != null && name.startsWith(Stack.SERVICE)) {
                return name.substring(Stack.SERVICE.length());
            }
            loader = loader.getParent();
        }
        return OTHERWISE;
    }

    private static String nameOfThisStack() {
        @Nullable String name = ServiceOfThread.class.getClassLoader().getName();
        return name != null && name.startsWith(Stack.STACK)
                ? name.substring(Stack.STACK.length())
                : LAUNCHER;
    }
}
