package dev.lectern.launcher.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.launcher.platform.Platform;
import dev.lectern.launcher.platform.Up;
import org.junit.jupiter.api.Test;

/// Single services can be ended as by a crash, and started again.
class ServicePathsTest {

    @Test
    void killsAServiceWithAJvmOfItsOwnAndStartsItAgain(@Up(isolated = true) Platform platform) {
        assertThat(platform.order("/services/certificate/kill").statusCode()).isEqualTo(204);
        assertThat(platform.run("status").out()).containsPattern("certificate +\\d+ +down");
        assertThat(platform.run("status").status()).isEqualTo(1);

        assertThat(platform.order("/services/certificate/start").statusCode()).isEqualTo(204);
        assertThat(platform.run("status").out()).containsPattern("certificate +\\d+ +ready");
        assertThat(platform.run("status").status()).isZero();
    }

    @Test
    void leavesAServiceThatRunsAsItIs(@Up(isolated = true) Platform platform) {
        assertThat(platform.order("/services/course/start").statusCode()).isEqualTo(204);
    }

    @Test
    void stopsOneOfSeveralServicesInOneJvmAndStartsItAgain(@Up Platform platform) {
        assertThat(platform.order("/services/certificate/stop").statusCode()).isEqualTo(204);
        assertThat(platform.run("status").out()).containsPattern("certificate +\\d+ +down");

        assertThat(platform.order("/services/certificate/start").statusCode()).isEqualTo(204);
        assertThat(platform.run("status").out()).containsPattern("certificate +\\d+ +ready");
    }

    @Test
    void cannotKillOneOfSeveralServicesInOneJvm(@Up Platform platform) {
        var answer = platform.order("/services/course/kill");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("\"code\":\"NOT_ISOLATED\"").contains("--isolated");
        assertThat(platform.order("/services/course/start").statusCode()).isEqualTo(204);
    }

    @Test
    void knowsTheServicesThatRun(@Up Platform platform) {
        assertThat(platform.order("/services/corse/kill").statusCode()).isEqualTo(404);
        assertThat(platform.order("/services/course/pause").statusCode()).isEqualTo(404);
        assertThat(platform.control().get("/services/course/kill").status()).isEqualTo(405);
    }
}
