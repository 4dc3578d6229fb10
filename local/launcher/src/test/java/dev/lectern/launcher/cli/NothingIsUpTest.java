package dev.lectern.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.launcher.platform.Lectern;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A command that needs a platform says how to get one.
class NothingIsUpTest {

    @TempDir Path home;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dlq list",
                "dlq replay",
                "resync content course",
                "admin create --role=admin --email=ada@example.com",
                "figures",
                "logs"
            })
    void aCommandThatNeedsAPlatformSaysHowToGetOne(String typed) {
        var said = Lectern.in(home).runHere(typed.split(" "));

        assertThat(said.err()).startsWith("lectern: ").contains("./lectern up").hasLineCount(1);
        assertThat(said.status()).isEqualTo(1);
    }

    @Test
    void statusSaysSoToo() {
        var said = Lectern.in(home).runHere("status");

        assertThat(said.out())
                .isEqualToIgnoringNewLines("Lectern is not up; ./lectern up starts it.");
        assertThat(said.status()).isEqualTo(1);
    }

    @Test
    void downHasNothingToDo() {
        var said = Lectern.in(home).runHere("down");

        assertThat(said.out()).isEqualToIgnoringNewLines("Lectern was not up.");
        assertThat(said.status()).isZero();
    }
}
