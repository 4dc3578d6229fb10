package dev.lectern.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.launcher.figures.BuildFigures;
import dev.lectern.launcher.figures.Cost;
import dev.lectern.launcher.figures.StartFigures;
import dev.lectern.launcher.platform.Lectern;
import dev.lectern.launcher.platform.Platform;
import dev.lectern.launcher.platform.Up;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FiguresCommandTest {

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs /proc")
    void saysWhatTheFirstBuildCost(@TempDir Path directory) {
        var lectern = Lectern.in(directory);
        new StartFigures(14.9, new Cost(19.8, 804 << 20, 47)).write(lectern.home().figures());
        new BuildFigures(58.2, 97.3, 7).writeFirst(lectern.home().buildFigures());
        new BuildFigures(5, 6, 1).writeFirst(lectern.home().buildFigures());

        assertThat(lectern.runHere("figures").out())
                .isEqualTo(
                        """
                        build  58.2 seconds, 97.3 CPU-seconds for 7 services, the first time
                        start  14.9 seconds, 19.8 CPU-seconds
                        start  804 MB (PSS) in 47 processes
                        """);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs /proc")
    void saysWhatTheStartCostAndWhatItCostsNow(@Up Platform platform) {
        var said = platform.run("figures");

        assertThat(said.out())
                .containsPattern("start  +\\d+\\.\\d seconds, \\d+\\.\\d CPU-seconds\n")
                .containsPattern("start  +\\d+ MB \\(PSS\\) in \\d+ processes\n")
                .containsPattern("now  +\\d+ MB \\(PSS\\) in \\d+ processes\n");
        assertThat(said.status()).isZero();
    }
}
