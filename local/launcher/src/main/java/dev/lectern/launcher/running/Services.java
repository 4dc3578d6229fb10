package dev.lectern.launcher.running;

import dev.lectern.embedded.Broker;
import dev.lectern.launcher.Failure;
import dev.lectern.launcher.checkout.Deployable;
import dev.lectern.launcher.control.Switch;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// The services of one platform, from their start until all of them are closed at once.
final class Services implements Switch, AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(50);
    // More would not be faster: starting is work for the processor.
    private static final int THREADS = Math.min(2, Runtime.getRuntime().availableProcessors());

    private final ServiceStarter starter;
    private final Home home;
    private final PortPlan ports;
    private final Broker broker;
    private final Progress progress;
    private final Map<String, Member> members = new ConcurrentHashMap<>();
    private volatile boolean closing;

    private record Member(Deployable one, Service service) {}

    Services(ServiceStarter starter, Home home, PortPlan ports, Broker broker, Progress progress) {
        this.starter = starter;
        this.home = home;
        this.ports = ports;
        this.broker = broker;
        this.progress = progress;
    }

    /// Starts them side by side and returns when all of them are ready; throws the reason of the
    /// first that is not.
    void start(Collection<Deployable> wanted) {
        // Not closed on failure: what is still starting ends with the JVM.
        var threads = Executors.newFixedThreadPool(THREADS, Thread.ofPlatform().daemon().factory());
        var results = new ExecutorCompletionService<Boolean>(threads);
        wanted.forEach(one -> results.submit(Executors.callable(() -> start(one), true)));
        try {
            for (int i = 0; i < wanted.size(); i++) {
                results.take().get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new Failure("a service did not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        } finally {
            threads.shutdown();
        }
    }

    @Override
    public Outcome kill(String name) {
        return switch (members.get(name)) {
            case null -> Outcome.UNKNOWN_SERVICE;
            case Member(_, OwnJvmService service) -> {
                service.kill();
                yield Outcome.DONE;
            }
            case Member(_, SharedJvmService _) -> Outcome.NOT_ISOLATED;
        };
    }

    @Override
    public Outcome stop(String name) {
        return with(name, member -> member.service().stop());
    }

    @Override
    public Outcome start(String name) {
        return with(name, this::run);
    }

    private Outcome with(String name, Consumer<Member> action) {
        var member = members.get(name);
        if (member == null) {
            return Outcome.UNKNOWN_SERVICE;
        }
        action.accept(member);
        return Outcome.DONE;
    }

    private void run(Member member) {
        try {
            member.service().start();
            awaitReady(member.one(), member.service());
        } catch (Exception e) {
            throw notStarted(member.one().name(), e);
        }
    }

    /// Stops all of them together: each waits for requests under way.
    @Override
    public void close() {
        closing = true;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            members.values().forEach(member -> threads.execute(member.service()::close));
        }
    }

    private void start(Deployable one) {
        var before = progress.seconds();
        var member = new Member(one, starter.of(one));
        // From here on closing reaches it, however far its start has come.
        members.put(one.name(), member);
        if (closing) {
            return;
        }
        run(member);
        progress.accept(
                "%-12s on %d, ready after %.1f s"
                        .formatted(one.name(), ports.of(one), progress.seconds() - before));
    }

    /// Returns when the service takes requests and, unless the broker is stopped for a while,
    /// listens to its queues.
    private void awaitReady(Deployable one, Service service) {
        var address = ports.addressOf(one);
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try (var readiness = new Readiness();
                var consumers = new Consumers(broker)) {
            while (!readiness.isReady(address)
                    || (broker.isRunning() && !consumers.areAttached(one.name()))) {
                if (service instanceof OwnJvmService own && !own.isAlive()) {
                    throw new Failure("it ended by itself");
                }
                if (System.nanoTime() > deadline) {
                    throw new Failure("it is not ready after " + LIMIT.toSeconds() + " s");
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /// The reason in one line.
    private Failure notStarted(String name, Throwable thrown) {
        var reason = thrown;
        while (reason.getCause() != null) {
            reason = reason.getCause();
        }
        String words =
                String.valueOf(reason.getMessage()).lines().findFirst().orElse("no reason given");
        return new Failure(
                "%s did not start: %s; all of it is in %s".formatted(name, words, home.log(name)),
                thrown);
    }
}
