package dev.lectern.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.launcher.platform.Platform;
import dev.lectern.launcher.platform.Up;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResyncCommandTest {

    @Test
    void hasAConsumerAskAProducer(@Up Platform platform) {
        var said = platform.run("resync", "content", "course");

        assertThat(said.out()).isEqualTo("content has asked course for its current state.\n");
        assertThat(said.status()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "auth, course, auth keeps no copies of other services",
        "content, user, 'content keeps no copy of ''user'', only of course, enrollment, media'"
    })
    void knowsWhoKeepsCopiesOfWhom(
            String consumer, String producer, String line, @Up Platform platform) {
        var said = platform.run("resync", consumer, producer);

        assertThat(said.err()).isEqualTo("lectern: " + line + "\n");
        assertThat(said.status()).isEqualTo(2);
    }
}
