package dev.lectern.events;

import static dev.lectern.events.ContractRecords.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ContractSamplesTest {

    private static final Path SAMPLES = Path.of("src/main/resources/samples");
    private static final Set<String> ENVELOPE =
            Set.of(
                    "specversion",
                    "id",
                    "type",
                    "source",
                    "subject",
                    "time",
                    "datacontenttype",
                    "dataschema",
                    "sequence",
                    "traceparent",
                    "data");

    @Test
    void everyPublishedTypeHasARecordAndASample() throws IOException {
        var published =
                Platform.load().services().stream()
                        .flatMap(service -> service.publishes().stream())
                        .collect(Collectors.toSet());

        assertThat(ContractRecords.all().keySet()).isEqualTo(published);
        assertThat(samples().keySet()).isEqualTo(published);
    }

    @Test
    void everySampleIsAnEventOfItsOwn() throws IOException {
        assertThat(samples().values().stream().map(sample -> sample.get("id").asString()))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyConsumedTypeIsPublishedByTheServiceItIsNamedAfter() {
        var platform = Platform.load();

        for (var consumer : platform.services()) {
            for (var type : consumer.consumes()) {
                assertThat(platform.service(Platform.producerOf(type)).publishes())
                        .as("%s consumes %s", consumer.name(), type)
                        .contains(type);
            }
            assertThat(consumer.publishes()).containsAll(consumer.replays());
            assertThat(consumer.publishes())
                    .allMatch(type -> type.matches(consumer.name() + "\\.[a-z-]+\\.v[0-9]+"));
        }
    }

    @TestFactory
    Stream<DynamicTest> aRecordReadsAndWritesExactlyItsSample() throws IOException {
        var samples = samples();
        return ContractRecords.all().entrySet().stream()
                .map(entry ->
                        DynamicTest.dynamicTest(
                                entry.getKey(),
                                () ->
                                        readsAndWrites(
                                                entry.getValue(),
                                                Objects.requireNonNull(
                                                        samples.get(entry.getKey())))));
    }

    private void readsAndWrites(Class<? extends ContractEvent> type, JsonNode sample) {
        assertThat(sample.propertyNames()).containsExactlyInAnyOrderElementsOf(ENVELOPE);
        assertThat(sample.get("type").asString()).isEqualTo(ContractEvent.typeOf(type));
        assertThat(type.isRecord()).isTrue();

        var data = (ObjectNode) sample.get("data");
        ContractEvent event = JSON.treeToValue(data, type);
        var written = JSON.readTree(JSON.writeValueAsString(event));
        assertThat(written).isEqualTo(data);

        var extended = data.deepCopy().put("addedLater", true);
        ContractEvent read = JSON.treeToValue(extended, type);
        assertThat(read).isEqualTo(event);
    }

    private Map<String, JsonNode> samples() throws IOException {
        try (var files = Files.list(SAMPLES)) {
            return files.collect(
                    Collectors.toMap(
                            file -> file.getFileName().toString().replaceAll("\\.json$", ""),
                            file -> JSON.readTree(file)));
        }
    }
}
