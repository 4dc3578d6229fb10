package dev.lectern.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.launcher.platform.Platform;
import dev.lectern.launcher.platform.Up;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DlqCommandTest {

    private static final String QUEUE = "certificate.course-events";

    @Test
    void showsWhatNobodyCouldHandleAndHasItHandledAgain(@Up Platform platform) {
        String id = UUID.randomUUID().toString();
        platform.send(QUEUE, id, "this is no event");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(platform.run("dlq", "list").out()).contains(id));
        assertThat(platform.run("dlq", "list").out())
                .containsPattern("\\d{4}-\\d\\d-\\d\\dT\\S+  " + QUEUE + "  " + id + "\n    \\S+")
                .contains("wait");

        assertThat(platform.run("dlq", "replay", id).out())
                .isEqualTo("1 message was put back into its queue.\n");
    }

    @Test
    void saysThatThereIsNoSuchMessage(@Up Platform platform) {
        var said = platform.run("dlq", "replay", "unheard-of");

        assertThat(said.err()).isEqualTo("lectern: no message with the id unheard-of waits\n");
        assertThat(said.status()).isEqualTo(1);
    }
}
