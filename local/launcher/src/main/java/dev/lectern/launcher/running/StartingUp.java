package dev.lectern.launcher.running;

import dev.lectern.embedded.AtExit;
import dev.lectern.embedded.OwnedProcesses;
import dev.lectern.launcher.Failure;
import dev.lectern.launcher.checkout.Build;
import dev.lectern.launcher.checkout.Checkout;
import dev.lectern.launcher.checkout.Deployable;
import dev.lectern.launcher.control.ControlServer;
import dev.lectern.launcher.demo.Authenticators;
import dev.lectern.launcher.figures.BuildFigures;
import dev.lectern.launcher.figures.Cost;
import dev.lectern.launcher.figures.StartFigures;
import dev.lectern.launcher.operator.Operator;
import dev.lectern.launcher.storage.ObjectNotices;
import java.util.List;
import java.util.Optional;

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
        boolean standIn = Payments.areStoodInFor(System.getenv());
        // First of all, so that ./lectern down finds whom to stop.
        AtExit.closeLast(home.state()::delete);
        home.state()
                .write(
                        new RunState(
                                ProcessHandle.current().pid(),
                                false,
                                request.ports(),
                                request.names(),
                                request.isolated(),
                                standIn));
        home.endLeftOvers().forEach(name -> progress.accept("ended a left-over " + name));
        home.requireRoom();
        requireFreePorts(request);
        if (request.build()) {
            build(request.services());
        }
        double endedBefore = Cost.ofEndedChildren();
        double secondsBefore = progress.seconds();
        AtExit.announce(progress::stopping);
        var infrastructure =
                Infrastructure.start(home, request.ports(), checkout.objectJars(), progress);
        startServices(request, infrastructure);
        if (Cost.isKnown()) {
            var cost = home.cost();
            new StartFigures(progress.seconds() - secondsBefore, cost.withoutCpu(endedBefore))
                    .write(home.figures());
        }
    }

    private void build(List<Deployable> services) {
        double endedBefore = Cost.ofEndedChildren();
        double secondsBefore = progress.seconds();
        var built = new Build(checkout, home.log("build"), progress).bringUpToDate(services);
        if (!built.isEmpty() && Cost.isKnown()) {
            new BuildFigures(
                            progress.seconds() - secondsBefore,
                            Cost.ofEndedChildren() - endedBefore,
                            built.size())
                    .writeFirst(home.buildFigures());
        }
    }

    private void startServices(Request request, Infrastructure infrastructure) {
        var owned = OwnedProcesses.start(home.of("services"), held -> held);
        AtExit.closeLast(owned);
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
        infrastructure.objects().ensureBucket(Settings.BUCKET);
        var starter =
                ServiceStarter.of(
                        request.services(),
                        request.isolated(),
                        checkout.root(),
                        home,
                        settings,
                        owned);
        var notices = notices(request, infrastructure);
        progress.accept("starting the services");
        var services =
                new Services(starter, home, request.ports(), infrastructure.broker(), progress);
        AtExit.closeFirst(services);
        AtExit.closeFirst(
                ControlServer.start(
                        request.ports().control(),
                        infrastructure.mail().inbox(),
                        services,
                        infrastructure.broker(),
                        infrastructure.payments().standIn(),
                        notices,
                        email -> Authenticators.under(home.secrets()).of(email)));
        services.start(request.services());
        notices.ifPresent(ObjectNotices::watch);
    }

    /// Nobody has to hear of objects where media was not started.
    private Optional<ObjectNotices> notices(Request request, Infrastructure infrastructure) {
        if (!request.names().contains(Settings.MEDIA)) {
            return Optional.empty();
        }
        var operator =
                new Operator(
                        name ->
                                request.ports()
                                        .addressOf(checkout.deployables(List.of(name)).getFirst()),
                        new Secrets(home.secrets()).operator());
        var notices =
                ObjectNotices.toMedia(infrastructure.objects().folderOf(Settings.BUCKET), operator);
        AtExit.closeFirst(notices);
        return Optional.of(notices);
    }

    /// Before anything is started, so that nothing has to be stopped again.
    private static void requireFreePorts(Request request) {
        var taken = request.ports().taken(request.services());
        if (!taken.isEmpty()) {
            throw new Failure(
                    taken.getFirst() + "; end that, or move Lectern with --port-offset 10000");
        }
    }
}
