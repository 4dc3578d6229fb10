package dev.lectern.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every trick of the corpus is either refused, pointing at the trick itself, or taken and then
/// delivered as something that cannot act. Both are judged by what a stranger is shown afterwards.
@ContentTest
class HostileLessonsTest {

    private static final Path CORPUS = Path.of("src/test/resources/hostile-lessons.json");

    @Autowired Http http;
    @Autowired Hearing hears;
    @Autowired JsonMapper json;

    private final UUID course = UUID.randomUUID();
    private final UUID lesson = UUID.randomUUID();
    private final UUID author = UUID.randomUUID();
    private int version;

    @BeforeEach
    void aLessonAnyoneMayRead() {
        hears.of(Facts.outline(course, lesson), Facts.members(course, author));
        publish();
    }

    @TestFactory
    Stream<DynamicTest> isRefusedOrCannotAct() throws IOException {
        return corpus().map(trick ->
                DynamicTest.dynamicTest(
                        trick.get("trick").asString(), () -> isRefusedOrCannotAct(trick)));
    }

    @Test
    void knowsAtLeastSixtyTricksEachOnce() throws IOException {
        var tricks = corpus().map(trick -> trick.get("trick").asString()).toList();

        assertThat(tricks).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    }

    private void isRefusedOrCannotAct(JsonNode trick) {
        var before = http.draft(lesson, author);

        var answer = http.writeRaw(lesson, author, before.header("ETag"), bodyOf(trick));

        if (trick.has("taken")) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            publish();
            assertSaysTheSame(trick.get("body").get("blocks"), shown());
        } else {
            assertRefused(trick, answer);
            assertThat(http.draft(lesson, author).json()).isEqualTo(before.json());
        }
        Harmless.assertHarmless(shown());
    }

    private static void assertRefused(JsonNode trick, Answer answer) {
        var pointer = trick.get("refusedAt").asString();
        var code = trick.path("code").asString("BLOCK_NOT_ALLOWED");
        assertThat(answer.code()).as(answer.body()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(statusOf(code));
        if (!pointer.isEmpty()) {
            assertThat(Http.pointersOf(answer)).contains(pointer);
        }
    }

    private static int statusOf(String code) {
        return switch (code) {
            case "BLOCK_NOT_ALLOWED", "ALT_TEXT_REQUIRED" -> 422;
            default -> 400;
        };
    }

    /// Nothing was repaired or left out: every text that came in is still there, to the letter.
    private static void assertSaysTheSame(JsonNode sent, JsonNode stored) {
        var texts = new HashSet<String>();
        collectTexts(stored, texts);
        var wanted = new HashSet<String>();
        collectTexts(sent, wanted);
        assertThat(texts).isEqualTo(wanted);
    }

    private static void collectTexts(JsonNode node, Set<String> found) {
        for (var name : Harmless.FREE_TEXT) {
            if (node.path(name).isString()) {
                found.add(node.get(name).asString());
            }
        }
        node.forEach(child -> collectTexts(child, found));
    }

    private void publish() {
        var revision = http.pinned(course, lesson);
        hears.of(Facts.published(course, ++version, Facts.preview(lesson, "Free", revision)));
    }

    /// What a stranger is shown, as something no browser takes for a page.
    private JsonNode shown() {
        var answer = http.lessonForAnyone(lesson);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        return answer.json().get("blocks");
    }

    private String bodyOf(JsonNode trick) {
        return trick.has("raw")
                ? trick.get("raw").asString()
                : json.writeValueAsString(trick.get("body"));
    }

    private Stream<JsonNode> corpus() throws IOException {
        return json.readTree(Files.readString(CORPUS)).valueStream();
    }
}
