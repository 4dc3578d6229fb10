package dev.lectern.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.launcher.platform.FreePorts;
import dev.lectern.launcher.platform.Lectern;
import dev.lectern.launcher.platform.Platform;
import dev.lectern.launcher.platform.Up;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpCommandTest {

    @TempDir Path home;

    @Test
    void listsWhatItWouldStartWithTheirPorts() {
        var said = Lectern.in(home).runHere("up", "--list", "--port-offset=10000");

        assertThat(said.out()).contains("course         13003\n", "gateway        13000\n");
        assertThat(said.status()).isZero();
    }

    @Test
    void saysWhatHappensAndWhereEverythingIsAndNothingElse(@Up Platform platform) {
        String step = " *\\d+\\.\\d s  .+";
        String place = "  (address|mail inbox|payment page|logs) +.+";

        assertThat(platform.saidAtStart().lines())
                .allMatch(line ->
                        line.isEmpty()
                                || line.matches(step)
                                || line.startsWith("Lectern is up after ")
                                || line.matches(place))
                .doesNotHaveDuplicates()
                .anyMatch(line -> line.endsWith(platform.ports().frontDoor().toString()))
                .anyMatch(line -> line.endsWith(platform.ports().controlAddress().toString()))
                .anyMatch(line -> line.endsWith(platform.ports().paymentPage().toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "up --detach"})
    void refusesASecondOneInTheSameHome(String command, @Up Platform platform) {
        var said = platform.lectern().run(command.split(" "));

        assertThat(said.err())
                .matches(
                        "lectern: already up as process \\d+ at "
                                + platform.ports().frontDoor()
                                + "; ./lectern down stops it\n");
        assertThat(said.status()).isEqualTo(1);
    }

    @Test
    void namesAPortThatIsTakenAndWhoHasIt() throws Exception {
        var ports = FreePorts.plan();
        try (var taken =
                new ServerSocket(ports.broker().amqp(), 1, InetAddress.getLoopbackAddress())) {
            var said = Lectern.in(home).run("up", "--no-build", "--port-offset=" + ports.offset());

            assertThat(said.err())
                    .startsWith(
                            "lectern: port %d, wanted for the broker, is taken by process %d ("
                                    .formatted(taken.getLocalPort(), ProcessHandle.current().pid()))
                    .endsWith("; end that, or move Lectern with --port-offset 10000\n")
                    .hasLineCount(1);
            assertThat(said.status()).isEqualTo(1);
        }
    }
}
