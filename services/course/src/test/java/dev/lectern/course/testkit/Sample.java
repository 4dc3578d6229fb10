package dev.lectern.course.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The committed sample of an event: what its producer promises and its consumers read.
public record Sample(JsonNode envelope) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static Sample of(String type) {
        try (var file = Sample.class.getResourceAsStream("/samples/" + type + ".json")) {
            return new Sample(JSON.readTree(Objects.requireNonNull(file, type)));
        } catch (IOException e) {
            throw new UncheckedIOException(type, e);
        }
    }

    /// Everything in the envelope is in the sample too, and of the same JSON type. What may be
    /// absent is all there is in a sample.
    public void requireSameForm(JsonNode said) {
        assertThat(formOf("", envelope)).containsAll(formOf("", said).toList());
    }

    private static Stream<String> formOf(String path, JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT ->
                    node.propertyStream()
                            .flatMap(
                                    field -> formOf(path + "/" + field.getKey(), field.getValue()));
            case ARRAY -> node.valueStream().flatMap(element -> formOf(path + "/*", element));
            default -> Stream.of(path + ": " + node.getNodeType());
        };
    }

    /// The same event as another one, of a producer that has learned to tell more.
    public String withAFieldMore(UUID id) {
        var copy = (ObjectNode) envelope.deepCopy();
        copy.put("id", id.toString());
        copy.put("addedlater", "1");
        ((ObjectNode) copy.get("data")).put("addedLater", 1);
        return JSON.writeValueAsString(copy);
    }
}
