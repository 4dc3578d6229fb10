package dev.lectern.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void handsOutAPortOnce() {
        assertThat(IntStream.range(0, 100).map(any -> Ports.free())).doesNotHaveDuplicates();
    }

    @Test
    void namesTheHolderOfATakenPort() throws IOException {
        long me = ProcessHandle.current().pid();
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = server.getLocalPort();

            assertThat(Ports.isFree(port)).isFalse();
            assertThat(Ports.whoHolds(port))
                    .hasValueSatisfying(holder -> assertThat(holder.pid()).isEqualTo(me));
            assertThatThrownBy(() -> Ports.claim(port, "Redis"))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining(
                            "port %d, wanted for Redis, is taken by process %d", port, me);
        }
    }

    @Test
    void findsNobodyOnAFreePort() {
        assertThat(Ports.whoHolds(Ports.free())).isEmpty();
    }
}
