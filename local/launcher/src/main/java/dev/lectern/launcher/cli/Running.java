package dev.lectern.launcher.cli;

import dev.lectern.launcher.Failure;
import dev.lectern.launcher.Mistake;
import dev.lectern.launcher.checkout.Checkout;
import dev.lectern.launcher.checkout.Deployable;
import dev.lectern.launcher.operator.Operator;
import dev.lectern.launcher.running.Home;
import dev.lectern.launcher.running.RunState;
import dev.lectern.launcher.running.Secrets;
import java.util.List;

/// The platform that runs now, for commands that need one.
record Running(Home home, Checkout checkout) {

    RunState state() {
        return home.running()
                .orElseThrow(() -> new Failure("Lectern is not up; ./lectern up starts it"));
    }

    /// Whether one does, with everything that was asked for.
    boolean isUp() {
        return home.running().filter(RunState::ready).isPresent();
    }

    /// What runs of it.
    List<Deployable> services() {
        return checkout.deployables(state().services());
    }

    /// One that runs, by its name.
    Deployable service(String name) {
        return checkout.deployables(List.of(name)).stream()
                .filter(one -> state().services().contains(one.name()))
                .findFirst()
                .orElseThrow(() -> new Mistake(name + " was not started with the others"));
    }

    /// Refuses what only makes sense when nothing is missing.
    void requireAll() {
        var missing =
                checkout.deployables().stream()
                        .map(Deployable::name)
                        .filter(name -> !state().services().contains(name))
                        .toList();
        if (!missing.isEmpty()) {
            throw new Failure(
                    "this needs all services, and these were left out: "
                            + String.join(", ", missing)
                            + "; start again without --only");
        }
    }

    Operator operator() {
        var ports = state().ports();
        return new Operator(
                name -> ports.addressOf(service(name)), new Secrets(home.secrets()).operator());
    }
}
