package dev.lectern.launcher.loading;

/// Calls static methods of classes that only a service's loader can see.
final class Statics {

    private Statics() {}

    static void callIfPresent(ClassLoader loader, String type, String method) {
        try {
            Class.forName(type, true, loader).getMethod(method).invoke(null);
        } catch (ClassNotFoundException notInThisStack) {
            return;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + "." + method + " failed", e);
        }
    }
}
