package dev.lectern.launcher.running;

import dev.lectern.embedded.Broker;
import dev.lectern.embedded.Mail;
import dev.lectern.embedded.ObjectStorage;
import dev.lectern.embedded.Postgres;
import dev.lectern.embedded.Redis;
import dev.lectern.launcher.Failure;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// What the services stand on, on this machine.
public record Infrastructure(
        Postgres postgres,
        Redis redis,
        Broker broker,
        ObjectStorage objects,
        Mail mail,
        Payments payments) {

    /// Starts everything at once, each with its data in the home.
    ///
    /// @param objectJars the list of the jars of the object store
    public static Infrastructure start(
            Home home, PortPlan ports, Path objectJars, Consumer<String> progress) {
        progress.accept("starting Postgres, Redis, broker, objects, mail and payments");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var broker = threads.submit(() -> Brokers.start(home, ports, progress));
            var postgres =
                    threads.submit(
                            started(
                                    progress,
                                    () -> Postgres.start(home.of("postgres"), ports.postgres())));
            var redis =
                    threads.submit(
                            started(progress, () -> Redis.start(home.of("redis"), ports.redis())));
            var objects =
                    threads.submit(
                            started(
                                    progress,
                                    () ->
                                            ObjectStorage.start(
                                                    home.of("objects"),
                                                    ports.objects(),
                                                    objectJars,
                                                    ports.frontDoor())));
            var mail = threads.submit(started(progress, () -> Mail.start(ports.mail())));
            var payments =
                    threads.submit(
                            started(
                                    progress,
                                    () ->
                                            Payments.start(
                                                    System.getenv(),
                                                    home,
                                                    ports,
                                                    new Secrets(home.secrets()))));
            return new Infrastructure(
                    resultOf(postgres),
                    resultOf(redis),
                    resultOf(broker),
                    resultOf(objects),
                    resultOf(mail),
                    resultOf(payments));
        }
    }

    private static <T> Callable<T> started(Consumer<String> progress, Callable<T> start) {
        return () -> {
            T part = start.call();
            progress.accept(part + " is ready");
            return part;
        };
    }

    private static <T> T resultOf(Future<T> started) {
        try {
            return started.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new Failure("the infrastructure did not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }
}
