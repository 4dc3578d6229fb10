package dev.lectern.launcher.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.launcher.platform.Platform;
import dev.lectern.launcher.platform.Up;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What the platform mails can be read on the control port, by people and by programs.
class MailPathsTest {

    @Test
    void givesTheMailsOfAnAddressWithTheirLinks(@Up Platform platform) {
        platform.register("leo+first@example.com");
        platform.register("lea@example.com");

        var mails = "/mail?to=leo%2Bfirst@example.com";
        await().atMost(Duration.ofSeconds(30))
                .until(() -> platform.control().get(mails).json().size() == 1);
        var mail = platform.control().get(mails).json().get(0);
        assertThat(mail.path("to").asString()).isEqualTo("leo+first@example.com");
        assertThat(mail.path("links").valueStream())
                .anyMatch(link ->
                        link.asString()
                                .startsWith(
                                        platform.ports().frontDoor() + "/confirm-email?token="));
    }

    @Test
    void showsPeopleAnInbox(@Up Platform platform) {
        assertThat(platform.control().get("/").body()).contains("<h1>Lectern mail inbox</h1>");
    }
}
