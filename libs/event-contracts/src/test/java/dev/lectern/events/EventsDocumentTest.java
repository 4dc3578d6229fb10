package dev.lectern.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Holds `docs/events.md` to the list of services and the contracts; `-Dlectern.write` writes it
/// anew.
class EventsDocumentTest {

    private static final Path ROOT = Path.of(System.getProperty("lectern.root", "../.."));
    private static final Path DOCUMENT = ROOT.resolve("docs/events.md");
    private static final Path RECORDS = Path.of("src/main/java/dev/lectern/events");

    @Test
    void saysWhoTellsWhatToWhom() throws IOException {
        var generated = generate();
        if (System.getProperty("lectern.write") != null) {
            Files.writeString(DOCUMENT, generated);
        }

        assertThat(Files.readString(DOCUMENT))
                .as(
                        "docs/events.md is stale: run ./mvnw test -pl libs/event-contracts -Dlectern.write")
                .isEqualTo(generated);
    }

    private static String generate() throws IOException {
        var document = new StringBuilder();
        document.append("# Events\n");
        document.append("Generated from `services/services.yaml` and the contracts; do not edit. ");
        document.append(
                "Types marked ↻ carry whole state and can be told again to one consumer. For tools: ");
        document.append("[AsyncAPI](events/asyncapi.yaml), with a JSON Schema of each type.\n");
        var platform = Platform.load();
        for (var service : platform.services()) {
            if (service.publishes().isEmpty()) {
                continue;
            }
            document.append("\n## ").append(service.name()).append("\n");
            document.append("| type | what happened | consumers |\n|---|---|---|\n");
            for (var type : service.publishes()) {
                document.append(row(platform, service, type));
            }
        }
        return document.toString();
    }

    private static String row(Platform platform, Platform.Service service, String type)
            throws IOException {
        var consumers =
                platform.consumersOf(service.name()).entrySet().stream()
                        .filter(entry -> entry.getValue().contains(type))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .collect(Collectors.joining(", "));
        return "| [`%s`](../libs/event-contracts/src/main/resources/samples/%s.json)%s | %s | %s |%n"
                .formatted(
                        type,
                        type,
                        service.replays().contains(type) ? " ↻" : "",
                        firstSentence(service.name(), type),
                        consumers.isEmpty() ? "–" : consumers);
    }

    /// What the contract's own documentation begins with.
    private static String firstSentence(String service, String type) throws IOException {
        try (var files = Files.list(RECORDS.resolve(service))) {
            for (var file : files.toList()) {
                var source = Files.readString(file);
                if (source.contains("@EventType(\"" + type + "\")")) {
                    return source.lines()
                            .filter(line -> line.startsWith("/// "))
                            .findFirst()
                            .orElseThrow()
                            .substring("/// ".length());
                }
            }
        }
        throw new AssertionError(String.format(Locale.ROOT, "no record for %s", type));
    }
}
