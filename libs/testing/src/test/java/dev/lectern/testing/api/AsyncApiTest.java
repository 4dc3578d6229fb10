package dev.lectern.testing.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Holds `docs/events` to the contracts: the AsyncAPI document and the schema of each event's data.
/// `-Dlectern.write` writes them anew.
class AsyncApiTest {

    private static final Path DOCUMENTS = Repository.ROOT.resolve("docs/events");
    private static final Path CONTRACTS = Repository.ROOT.resolve("libs/event-contracts/src/main");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static Map<String, Class<? extends ContractEvent>> events = Map.of();
    private static Map<String, JsonNode> samples = Map.of();
    private static Map<String, String> written = Map.of();

    @BeforeAll
    static void generate() throws IOException {
        events = events();
        samples = samples();
        var sources = Sources.under(CONTRACTS.resolve("java"));
        var schema = new EventSchema(sources);
        written = new TreeMap<>();
        events.forEach((type, event) ->
                written.put(type + ".json", JSON.writeValueAsString(schema.of(event)) + "\n"));
        written.put(
                "asyncapi.yaml",
                YamlText.write(new AsyncApi(Platform.load(), events, samples, sources).document()));
        if (System.getProperty("lectern.write") != null) {
            Files.createDirectories(DOCUMENTS);
            for (var file : committed().keySet()) {
                Files.delete(DOCUMENTS.resolve(file));
            }
            for (var file : written.entrySet()) {
                Files.writeString(DOCUMENTS.resolve(file.getKey()), file.getValue());
            }
        }
    }

    @Test
    void isWhatTheContractsSay() throws IOException {
        assertThat(committed())
                .as("docs/events is stale: CONTRIBUTING.md says how it is written anew")
                .isEqualTo(written);
    }

    static Stream<String> types() throws IOException {
        return samples().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void describesTheSampleAndWhatItMayNotLack(String type) {
        var schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Objects.requireNonNull(written.get(type + ".json")));
        var data = (ObjectNode) Objects.requireNonNull(samples.get(type)).get("data");

        assertThat(schema.validate(data.toString(), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(data.deepCopy().put("more", 1).toString(), InputFormat.JSON))
                .isEmpty();
        var first = data.propertyNames().iterator().next();
        var without = data.deepCopy();
        without.remove(first);
        assertThat(schema.validate(without.toString(), InputFormat.JSON)).isNotEmpty();
        var mistyped = data.deepCopy().put(first, 7.5);
        assertThat(schema.validate(mistyped.toString(), InputFormat.JSON)).isNotEmpty();
    }

    private static Map<String, String> committed() throws IOException {
        try (var files = Files.list(DOCUMENTS)) {
            var found = new TreeMap<String, String>();
            for (var file : files.toList()) {
                found.put(file.getFileName().toString(), Files.readString(file));
            }
            return found;
        }
    }

    private static Map<String, JsonNode> samples() throws IOException {
        try (var files = Files.list(CONTRACTS.resolve("resources/samples"))) {
            return files.collect(
                    Collectors.toMap(
                            file -> file.getFileName().toString().replaceAll("\\.json$", ""),
                            file -> JSON.readTree(file)));
        }
    }

    private static Map<String, Class<? extends ContractEvent>> events() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(ContractEvent.class));
        var found = new TreeMap<String, Class<? extends ContractEvent>>();
        for (var candidate : scanner.findCandidateComponents("dev.lectern.events")) {
            var event =
                    ClassUtils.resolveClassName(
                                    Objects.requireNonNull(candidate.getBeanClassName()), null)
                            .asSubclass(ContractEvent.class);
            found.put(ContractEvent.typeOf(event), event);
        }
        return found;
    }
}
