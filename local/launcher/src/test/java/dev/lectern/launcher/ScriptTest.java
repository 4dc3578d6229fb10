package dev.lectern.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.launcher.platform.Said;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script finds a JDK and builds the launcher, here in a checkout whose Maven and JDKs are
/// scripts themselves. Every path has a space.
class ScriptTest {

    private static final Path ROOT = Path.of(System.getProperty("lectern.root"));
    private static final List<String> COMMANDS =
            List.of(
                    "sh",
                    "dirname",
                    "basename",
                    "sed",
                    "readlink",
                    "cat",
                    "find",
                    "head",
                    "grep",
                    "mkdir",
                    "rm",
                    "cp",
                    "mv",
                    "mktemp",
                    "touch");

    @TempDir Path directory;

    private final Map<String, String> environment = new TreeMap<>();
    private Path checkout;
    private Path user;

    @BeforeEach
    void makeACheckout() throws IOException {
        checkout = directory.resolve("my checkout");
        user = Files.createDirectories(directory.resolve("my user"));
        Path commands = Files.createDirectories(directory.resolve("commands"));
        for (String command : COMMANDS) {
            script(commands.resolve(command), "#!/bin/sh\nexec " + onPath(command) + " \"$@\"\n");
        }
        // No JDK of this machine must be found.
        script(
                checkout.resolve("lectern"),
                Files.readString(ROOT.resolve("lectern"))
                        .replace("/usr/lib/jvm", directory + "/nothing")
                        .replace("/usr/libexec/java_home", directory + "/nothing"));
        script(
                checkout.resolve("mvnw"),
                """
                #!/bin/sh
                echo "[ERROR] this is what Maven says"
                [ ! -e broken ] || exit 1
                echo built >>builds
                mkdir -p local/launcher/target
                echo jar >local/launcher/target/lectern-launcher-0.1.0.jar
                echo /a/library.jar >local/launcher/target/runtime.classpath
                """);
        write(checkout.resolve("pom.xml"), "");
        write(checkout.resolve("services/services.yaml"), "");
        write(checkout.resolve("local/launcher/src/main/Main.java"), "");
        environment.put("PATH", commands.toString());
        environment.put("HOME", user.toString());
        environment.put("LECTERN_HOME", directory.resolve("my home").toString());
    }

    @Nested
    class FindingAJdk {

        @Test
        void takesTheOneOfJavaHome() throws Exception {
            environment.put("JAVA_HOME", jdk("chosen", "25.0.3"));
            jdk("my user/.sdkman/candidates/java/26", "26");

            assertThat(lectern("status").out()).contains("chosen runs");
        }

        @Test
        void passesOverAnOldOne() throws Exception {
            environment.put("JAVA_HOME", jdk("old", "17.0.1"));
            jdk("my user/.sdkman/candidates/java/21", "21.0.2");
            jdk("my user/.sdkman/candidates/java/25", "25.0.3");

            assertThat(lectern("status").out()).contains("25 runs");
        }

        @Test
        void saysHowToGetOneWhereThereIsNone() throws Exception {
            environment.put("JAVA_HOME", jdk("old", "17.0.1"));

            var said = lectern("up");

            assertThat(said.err())
                    .startsWith("lectern: needs a JDK 25 or newer")
                    .contains("https://adoptium.net", "JAVA_HOME")
                    .hasLineCount(1);
            assertThat(said.status()).isEqualTo(1);
        }

        @Test
        void needsNoneToShowTheHelp() throws Exception {
            write(
                    checkout.resolve(
                            "local/launcher/src/main/resources/dev/lectern/launcher/cli/help.txt"),
                    "up, down\n");

            assertThat(lectern().out()).isEqualTo("up, down\n");
            assertThat(lectern("--help").out()).isEqualTo("up, down\n");
        }

        private String jdk(String name, String version) throws IOException {
            Path home = directory.resolve(name);
            script(home.resolve("bin/java"), "#!/bin/sh\necho " + home.getFileName() + " runs");
            script(home.resolve("bin/javac"), "#!/bin/sh");
            write(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
            return home.toString();
        }
    }

    @Nested
    class BuildingTheLauncher {

        @BeforeEach
        void installAJdk() throws IOException {
            Path jdk = directory.resolve("my jdk");
            script(
                    jdk.resolve("bin/java"),
                    "#!/bin/sh\nwhile [ \"$1\" != -cp ]; do shift; done; shift\necho \"$@\"");
            script(jdk.resolve("bin/javac"), "#!/bin/sh");
            write(jdk.resolve("release"), "JAVA_VERSION=\"25\"\n");
            environment.put("JAVA_HOME", jdk.toString());
        }

        @Test
        void runsACopySoThatALaterBuildDoesNotDisturbIt() throws Exception {
            var said = lectern("logs", "-n", "a b");

            assertThat(said.out())
                    .contains("Preparing the launcher")
                    .endsWith(
                            "my home/launcher/lectern-launcher-0.1.0.jar:/a/library.jar"
                                    + " dev.lectern.launcher.Main logs -n a b\n");
            assertThat(said.err()).isEmpty();
            assertThat(said.status()).isZero();
        }

        @Test
        void buildsItOnceAndThenWhenASourceHasChanged() throws Exception {
            lectern("status");
            lectern("status");
            assertThat(builds()).isEqualTo(1);

            Files.setLastModifiedTime(
                    checkout.resolve("local/launcher/src/main/Main.java"),
                    FileTime.from(Instant.now().plusSeconds(5)));
            lectern("status");
            assertThat(builds()).isEqualTo(2);
        }

        @Test
        void saysWhyItCannotBeBuilt() throws Exception {
            write(checkout.resolve("broken"), "");

            var said = lectern("up");

            assertThat(said.err())
                    .contains("[ERROR] this is what Maven says")
                    .contains("the launcher could not be built")
                    .contains("my home/logs/build.log");
            assertThat(said.status()).isEqualTo(1);
        }

        private int builds() throws IOException {
            return Files.readAllLines(checkout.resolve("builds")).size();
        }
    }

    private Said lectern(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(checkout.resolve("lectern").toString()));
        command.addAll(Arrays.asList(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        var process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
        String err = new String(process.getErrorStream().readAllBytes(), Charset.defaultCharset());
        return new Said(process.waitFor(), out, err);
    }

    private static Path onPath(String command) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(place -> Path.of(place, command))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private static void script(Path file, String text) throws IOException {
        write(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
