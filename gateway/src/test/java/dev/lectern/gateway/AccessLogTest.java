package dev.lectern.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// What is written down of a request.
class AccessLogTest {

    private static final TestPlatform PLATFORM = TestPlatform.behindAProxy();

    private final Client client = PLATFORM.client();
    private final String bearer = "Bearer " + PLATFORM.auth().accessToken("user-1", "learner");

    @Test
    void hasOneLineARequestAndNoSecrets() {
        Logger logger = (Logger) LoggerFactory.getLogger("access");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
        try {
            client.get("/confirm-email?token=secret-1");
            client.get(
                    "/api/v1/users/someone@mail.example?email=someone@mail.example",
                    "Authorization",
                    bearer);
            client.get("/api/v1/users/" + bearer.substring(7), "Authorization", bearer);
            client.get("/nowhere/%0a%7b%22forged%22:1%7d");

            Awaitility.await().until(() -> lines.list.size() == 4);
        } finally {
            logger.detachAppender(lines);
            logger.setLevel(Level.OFF);
        }
        String all =
                lines.list.stream()
                        .map(line -> line.getFormattedMessage() + line.getKeyValuePairs())
                        .collect(Collectors.joining("\n"));
        assertThat(all)
                .doesNotContain("secret-1", "mail.example", "eyJ", "Bearer", "\n{")
                .contains("/confirm-email", "/api/v1/users/**", "user-1", "status=\"400\"");
    }
}
