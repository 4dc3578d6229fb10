package dev.lectern.events;

import static dev.lectern.events.ContractRecords.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// What was released is a promise: queues, dead letters and the lake hold events of that form. A
/// released sample is never edited and today's record still reads all of it.
///
/// `-Dlectern.release=0.2.0` keeps every sample that is new or has changed since the release
/// before.
class ReleasedSamplesTest {

    private static final Path SAMPLES = Path.of("src/main/resources/samples");
    private static final Path RELEASED = Path.of("src/test/resources/released");
    private static final Path SUMS = RELEASED.resolve("SHA256SUMS");

    @BeforeAll
    static void release() throws IOException {
        var release = System.getProperty("lectern.release");
        if (release == null) {
            return;
        }
        Files.createDirectories(RELEASED.resolve(release));
        try (var samples = Files.list(SAMPLES)) {
            for (var sample : samples.sorted().toList()) {
                var text = Files.readString(sample);
                if (!newest(sample.getFileName().toString()).equals(Optional.of(text))) {
                    Files.writeString(
                            RELEASED.resolve(release).resolve(sample.getFileName()), text);
                }
            }
        }
        var sums = new StringBuilder();
        actualSums()
                .forEach((file, sum) -> sums.append(sum).append("  ").append(file).append("\n"));
        Files.writeString(SUMS, sums);
    }

    @Test
    void areNeverEdited() throws IOException {
        var promised = new TreeMap<String, String>();
        for (var line : Files.readAllLines(SUMS)) {
            promised.put(line.substring(line.indexOf("  ") + 2), line.split(" ", 2)[0]);
        }

        assertThat(promised).isNotEmpty();
        assertThat(actualSums())
                .as("a released sample was edited: leave it, and write the new form as a sample")
                .isEqualTo(promised);
    }

    static Stream<String> files() throws IOException {
        return actualSums().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void areStillReadAndNothingOfThemIsLost(String file) throws IOException {
        var sample = JSON.readTree(Files.readString(RELEASED.resolve(file)));
        var record = ContractRecords.all().get(sample.get("type").asString());
        assertThat(record)
                .as("a type that was released stays until nobody consumes it")
                .isNotNull();

        var read = JSON.treeToValue(sample.get("data"), record);

        assertKeeps(JSON.readTree(JSON.writeValueAsString(read)), sample.get("data"), "data");
    }

    private static void assertKeeps(JsonNode now, JsonNode released, String where) {
        if (released.isObject()) {
            released.forEachEntry((name, value) -> {
                assertThat(now.has(name)).as(where + "." + name + " is gone").isTrue();
                assertKeeps(now.get(name), value, where + "." + name);
            });
        } else if (released.isArray()) {
            assertThat(now).as(where).hasSameSizeAs(released);
            for (var i = 0; i < released.size(); i++) {
                assertKeeps(now.get(i), released.get(i), where + "[" + i + "]");
            }
        } else {
            assertThat(now).as(where).isEqualTo(released);
        }
    }

    /// What was released last under this name.
    private static Optional<String> newest(String name) throws IOException {
        try (var releases = Files.list(RELEASED)) {
            var files =
                    releases.map(release -> release.resolve(name))
                            .filter(Files::exists)
                            .max(Comparator.comparing(Path::toString));
            return files.isPresent()
                    ? Optional.of(Files.readString(files.get()))
                    : Optional.empty();
        }
    }

    private static Map<String, String> actualSums() throws IOException {
        try (var files = Files.walk(RELEASED)) {
            var sums = new TreeMap<String, String>();
            for (var file : files.filter(one -> one.toString().endsWith(".json")).toList()) {
                sums.put(RELEASED.relativize(file).toString(), sumOf(Files.readString(file)));
            }
            return sums;
        }
    }

    private static String sumOf(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
