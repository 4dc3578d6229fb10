package dev.lectern.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.launcher.platform.Lectern;
import dev.lectern.launcher.platform.Platform;
import dev.lectern.launcher.platform.Up;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResetCommandTest {

    @Test
    void deletesEverythingButTheLauncherItself(@TempDir Path home) throws IOException {
        var lectern = Lectern.in(home);
        Files.createDirectories(home.resolve("postgres/cluster"));
        Files.writeString(home.resolve("postgres/cluster/PG_VERSION"), "18");

        var said = lectern.runHere("reset", "--yes");

        assertThat(said.out()).isEqualTo("All data is gone; ./lectern up starts anew.\n");
        assertThat(home).isDirectoryNotContaining("glob:**/postgres");
        assertThat(home.resolve("launcher/class-path")).exists();
    }

    @Test
    void deletesNothingUnlessItIsConfirmed(@TempDir Path home) throws IOException {
        Files.createDirectories(home.resolve("postgres"));

        var said = Lectern.in(home).run("reset");

        assertThat(said.out())
                .isEqualTo("This deletes all data in " + home + ". Type yes to go on: ");
        assertThat(said.err())
                .isEqualTo("lectern: nothing was deleted; answer yes, or say --yes\n");
        assertThat(said.status()).isEqualTo(1);
        assertThat(home.resolve("postgres")).exists();
    }

    @Test
    void touchesNothingWhileAPlatformIsUp(@Up Platform platform) {
        var said = platform.run("reset", "--yes");

        assertThat(said.err()).isEqualTo("lectern: Lectern is up; ./lectern down first\n");
        assertThat(said.status()).isEqualTo(1);
        assertThat(platform.run("status").status()).isZero();
    }
}
