package dev.lectern.launcher.cli;

import dev.lectern.launcher.Failure;
import dev.lectern.launcher.demo.Authenticators;
import dev.lectern.launcher.demo.Demo;
import dev.lectern.launcher.demo.DemoPlatform;
import dev.lectern.launcher.demo.FillingPlatform;
import dev.lectern.launcher.demo.Seed;
import dev.lectern.launcher.demo.Seed.Person;
import dev.lectern.launcher.demo.SeedFile;
import dev.lectern.launcher.operator.StaffOffice;
import dev.lectern.launcher.running.PortPlan;
import dev.lectern.launcher.running.Progress;
import java.io.PrintStream;
import java.util.stream.Collectors;

/// Fills the platform that runs with demo data, and says who can sign in and what to look at.
record FillingWithDemo(Running running, Seed seed, PrintStream out) {

    private static final String ROW = "  %-11s %-20s %-20s %s%n";

    /// Whatever happens here does not end the platform.
    void run() {
        running.requireAll();
        out.printf("%nFilling it with the demo data of %s%n", SeedFile.PLACE);
        var progress = new Progress(out);
        try (var operator = running.operator()) {
            var ports = running.state().ports();
            var platform =
                    new DemoPlatform(
                            ports.frontDoor(),
                            ports.controlAddress(),
                            new StaffOffice(operator),
                            Authenticators.under(running.home().secrets()));
            var media = running.checkout().root().resolve(SeedFile.MEDIA);
            var filling = new FillingPlatform(platform, seed, media, progress);
            show(filling.run(), ports, progress.seconds());
        } catch (Failure e) {
            throw new Failure(
                    "the demo data is not complete. " + e.getMessage() + "\n" + whatNext(), e);
        }
    }

    private String whatNext() {
        return running.isUp()
                ? "Lectern stays up: ./lectern logs says more, ./lectern up --demo goes on from"
                        + " here."
                : "Lectern is no longer up: ./lectern up --demo starts it and goes on from here.";
    }

    private void show(Demo demo, PortPlan ports, double seconds) {
        if (demo.changes() == 0) {
            out.printf("%nThe demo data was there already; nothing was changed.%n");
        } else {
            out.printf("%nThe demo data is complete after %.1f s.%n", seconds);
        }
        Foreground.line(out, "address", ports.frontDoor());
        Foreground.line(out, "mail inbox", ports.controlAddress());
        demo.certificate().ifPresent(url -> Foreground.line(out, "certificate", url));
        out.println();
        out.printf(ROW, "role", "e-mail", "password", "sees");
        seed.people()
                .forEach(one ->
                        one.sees()
                                .ifPresent(sees ->
                                        out.printf(
                                                ROW,
                                                one.role().onTheWire(),
                                                one.email(),
                                                seed.password(),
                                                sees)));
        out.printf(
                "%nand %d more learners, all with the same password, as in %s%n",
                seed.people().stream().filter(one -> one.sees().isEmpty()).count(), SeedFile.PLACE);
        out.printf(
                "%nAsked for a code as well: %s; it is at %s/totp?user=<e-mail>%n",
                seed.people().stream()
                        .filter(Person::hasAuthenticator)
                        .map(Person::name)
                        .collect(Collectors.joining(", ")),
                ports.controlAddress());
        out.flush();
    }
}
