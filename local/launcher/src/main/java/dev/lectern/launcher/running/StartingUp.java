package dev.lectern.launcher.running;

import dev.lectern.embedded.AtExit;
import dev.lectern.embedded.OwnedProcesses;
import dev.lectern.embedded.Ports;
import dev.lectern.launcher.Failure;
import dev.lectern.launcher.checkout.Build;
import dev.lectern.launcher.checkout.Checkout;
import dev.lectern.launcher.checkout.Deployable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Brings a platform up, from the build to the last service that is ready.
///
/// @param progress told what happens
public record StartingUp(Checkout checkout, Home home, Progress progress) {

    /// What to start.
    ///
    /// @param isolated the names of those with a JVM of their own
    /// @param build whether to build what is out of date first
    public record Request(
            List<Deployable> services, List<String> isolated, PortPlan ports, boolean build) {

        private List<String> names() {
            return services.stream().map(Deployable::name).toList();
        }
    }

    /// Starts everything and returns when all of it is ready. What was started stops with this JVM.
    public void run(Request request) {
        home.endLeftOvers().forEach(name -> progress.accept("ended a left-over " + name));
        home.requireRoom();
        requireFreePorts(request);
        var state =
                new RunState(
                        ProcessHandle.current().pid(),
                        false,
                        request.ports(),
                        request.names(),
                        request.isolated());
        home.state().write(state);
        AtExit.closeLast(home.state()::delete);
        if (request.build()) {
            new Build(checkout, home.log("build"), progress).bringUpToDate(request.services());
        }
        var infrastructure = Infrastructure.start(home, request.ports(), progress);
        OwnedProcesses.start(
                home.of("services"),
                owned -> {
                    AtExit.closeLast(owned);
                    startServices(request, infrastructure, owned);
                    return owned;
                });
        home.state().write(state.becameReady());
    }

    private void startServices(
            Request request, Infrastructure infrastructure, OwnedProcesses owned) {
        var settings =
                new Settings(
                        infrastructure,
                        request.ports(),
                        new Secrets(home.secrets()),
                        checkout.deployables());
        for (var one : request.services()) {
            if (!one.name().equals(Checkout.GATEWAY)) {
                infrastructure.postgres().ensureDatabase(one.name());
            }
        }
        var starter =
                ServiceStarter.of(
                        request.services(),
                        request.isolated(),
                        checkout.root(),
                        home,
                        settings,
                        owned);
        progress.accept("starting the services");
        var services = new Services(starter, home, request.ports(), progress);
        AtExit.closeFirst(services);
        services.start(request.services());
    }

    /// Before anything is started, so that nothing has to be stopped again.
    private void requireFreePorts(Request request) {
        Map<Integer, String> wanted = new LinkedHashMap<>();
        request.services().forEach(one -> wanted.put(request.ports().of(one), one.name()));
        wanted.put(request.ports().postgres(), "Postgres");
        wanted.put(request.ports().redis(), "Redis");
        wanted.put(request.ports().mail(), "mail");
        wanted.put(request.ports().control(), "the mail inbox");
        wanted.forEach((port, purpose) -> {
            if (!Ports.isFree(port)) {
                String holder =
                        Ports.whoHolds(port)
                                .map(Ports.Holder::toString)
                                .orElse("a process of another user");
                throw new Failure(
                        "port %d, wanted for %s, is taken by %s; end it or move Lectern with"
                                        .formatted(port, purpose, holder)
                                + " --port-offset");
            }
        });
    }
}
