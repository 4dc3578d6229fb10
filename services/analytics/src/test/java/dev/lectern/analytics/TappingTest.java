package dev.lectern.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.analytics.application.Tapping;
import dev.lectern.common.event.EventJson;
import dev.lectern.events.Platform;
import dev.lectern.testing.AtOnce;
import dev.lectern.testing.Part;
import dev.lectern.testing.ServiceTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Everything the other services tell is logged once, and names nobody.
@ServiceTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        infrastructure = {Part.POSTGRES, Part.BROKER, Part.OBJECTS},
        properties = "db-scheduler.polling-interval=200ms")
class TappingTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> PEOPLE =
            List.of("learnerId", "userId", "authorIds", "decidedBy");

    @Autowired private Tapping tapping;
    @Autowired private JdbcClient database;

    static Stream<String> types() {
        return Platform.load().services().stream()
                .filter(service -> service.name().equals("analytics"))
                .flatMap(service -> service.consumes().stream());
    }

    @ParameterizedTest
    @MethodSource("types")
    void readsTheSampleAndALaterOneAndLogsEachOnce(String type) {
        var sample = sampleOf(type);
        sample.put("id", UUID.randomUUID().toString());
        var later = sample.deepCopy();
        later.put("id", UUID.randomUUID().toString());
        ((ObjectNode) later.get("data")).put("addedLater", "x");

        for (var envelope : List.of(later, sample, later, sample)) {
            tap(envelope);
        }

        assertThat(logged(sample)).hasSize(1);
        assertThat(logged(later)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("types")
    void namesNobody(String type) {
        var sample = sampleOf(type);
        sample.put("id", UUID.randomUUID().toString());

        tap(sample);

        var data = JSON.readTree(logged(sample).getFirst());
        var people = PEOPLE.stream().flatMap(key -> idsAt(sample.get("data"), key)).toList();
        assertThat(people).allSatisfy(person -> assertThat(data.toString()).doesNotContain(person));
        // Whatever else is an id says which course, order or lesson it is.
        assertThat(idsAt(data, "courseId").toList())
                .isEqualTo(idsAt(sample.get("data"), "courseId").toList());
    }

    @Test
    void hidesAnIdItHasNeverHeardOf() {
        var sample = sampleOf("enrollment.progress-changed.v1");
        sample.put("id", UUID.randomUUID().toString());
        var somebody = UUID.randomUUID().toString();
        var data = (ObjectNode) sample.get("data");
        data.put("recommendedBy", somebody);
        data.put("email", "leo@lectern.test");
        data.putArray("friends").add(somebody);

        tap(sample);

        assertThat(logged(sample).getFirst())
                .contains("recommendedBy")
                .doesNotContain(somebody)
                .doesNotContain("leo@");
    }

    @Test
    void callsOnePersonByOneName() throws Exception {
        var sample = sampleOf("enrollment.progress-changed.v1");
        var learner = UUID.randomUUID().toString();
        ((ObjectNode) sample.get("data")).put("learnerId", learner);

        var logged =
                AtOnce.run(
                        8,
                        () -> {
                            var mine = sample.deepCopy();
                            mine.put("id", UUID.randomUUID().toString());
                            tap(mine);
                            return logged(mine).getFirst();
                        });

        assertThat(logged)
                .extracting(data -> JSON.readTree(data).get("learnerId").asString())
                .doesNotContain(learner)
                .containsOnly(JSON.readTree(logged.getFirst()).get("learnerId").asString());
    }

    @Test
    void forgetsNothing() {
        tap(sampleOf("payment.order-paid.v1"));

        for (var sql :
                List.of(
                        "delete from event_log",
                        "update event_log set data = ''",
                        "truncate event_log")) {
            assertThatThrownBy(() -> database.sql(sql).update())
                    .hasMessageContaining("only appended to");
        }
    }

    private void tap(JsonNode envelope) {
        tapping.tap(EventJson.read(envelope.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> logged(JsonNode envelope) {
        return database.sql("select data from event_log where id = :id")
                .param("id", UUID.fromString(envelope.get("id").asString()))
                .query(String.class)
                .list();
    }

    private static Stream<String> idsAt(JsonNode data, String key) {
        return data.findValues(key).stream()
                .flatMap(value -> value.isArray() ? value.valueStream() : Stream.of(value))
                .map(JsonNode::asString);
    }

    private static ObjectNode sampleOf(String type) {
        try (var sample = TappingTest.class.getResourceAsStream("/samples/" + type + ".json")) {
            return (ObjectNode) JSON.readTree(Objects.requireNonNull(sample, type).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
