package dev.lectern.launcher.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.launcher.platform.Platform;
import dev.lectern.launcher.platform.Up;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pages of strangers get nothing from the control port, though a browser of this machine asks
/// for them.
class ThisMachineOnlyTest {

    @ParameterizedTest
    @CsvSource({
        "localhost, http://localhost:3000, 200",
        "localhost, http://evil.test, 403",
        "localhost, null, 403",
        "evil.test, http://evil.test, 403"
    })
    void answersPagesOfThisMachineAlone(
            String host, String origin, String status, @Up Platform platform) throws IOException {
        var request =
                "GET /mail HTTP/1.1\r\nHost: %s\r\nOrigin: %s\r\nConnection: close\r\n\r\n"
                        .formatted(host, origin);
        try (var socket = new Socket("localhost", platform.ports().control())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 " + status);
        }
    }
}
