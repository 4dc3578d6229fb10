package dev.lectern.content.authoring.domain.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.lectern.common.problem.Refusal;
import dev.lectern.common.problem.Refusal.Fault;
import dev.lectern.content.Bodies;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class LessonBodyTest {

    private static final EmbedHosts HOSTS = new EmbedHosts(Set.of("player.vimeo.com"));
    private static final String ID = "0199a3c0-1f00-7a10-8b00-0000000000c1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<String> oneOfEachBlock() {
        return Stream.of(
                """
                {"id": "b1", "type": "IMAGE", "assetId": "%s", "alt": "A sine wave"}
                """
                        .formatted(ID),
                """
                {"id": "b1", "type": "VIDEO", "videoId": "%s"}
                """
                        .formatted(ID),
                """
                {"id": "b1", "type": "FILE", "assetId": "%s"}
                """
                        .formatted(ID),
                """
                {"id": "b1", "type": "CODE", "language": "c++", "code": "int a = b < c;\\n\\treturn a;"}
                """,
                """
                {"id": "b1", "type": "MATH", "tex": "\\\\displaystyle x < \\\\frac{1}{2}"}
                """,
                """
                {"id": "b1", "type": "EMBED", "url": "https://player.vimeo.com/video/1"}
                """,
                """
                {"id": "b1", "type": "CALLOUT", "tone": "TIP", "doc": {"type": "doc", "content": [
                    {"type": "paragraph", "content": [{"type": "text", "text": "Mind the gap."}]}]}}
                """,
                """
                {"id": "b1", "type": "TEXT", "doc": {"type": "doc", "content": [
                    {"type": "heading", "attrs": {"level": 2},
                     "content": [{"type": "text", "text": "Waves"}]},
                    {"type": "paragraph", "content": [
                        {"type": "text", "text": "See "},
                        {"type": "text", "text": "here",
                         "marks": [{"type": "bold"},
                                   {"type": "link", "attrs": {"href": "https://example.org"}}]},
                        {"type": "hardBreak"}]},
                    {"type": "orderedList", "attrs": {"start": 3}, "content": [
                        {"type": "listItem", "content": [{"type": "paragraph"}]}]},
                    {"type": "bulletList", "content": [
                        {"type": "listItem", "content": [{"type": "paragraph"}]}]},
                    {"type": "blockquote", "content": [{"type": "paragraph"}]},
                    {"type": "horizontalRule"}]}}
                """);
    }

    @ParameterizedTest
    @MethodSource("oneOfEachBlock")
    void keepsEveryKindOfBlockAsItIs(String json) {
        var block = JSON.readValue(json, Object.class);

        assertThat(read(block).asData()).isEqualTo(List.of(block));
    }

    @Test
    void leavesOutWhatEditorsWriteByThemselves() {
        var body =
                JSON.readValue(
                        """
                        {"id": "b1", "type": "TEXT", "doc": {"type": "doc", "content": [
                            {"type": "orderedList", "attrs": {"start": 1, "type": null}, "content": []},
                            {"type": "paragraph", "attrs": {"textAlign": null}, "content": [
                                {"type": "text", "text": "here", "marks": [
                                    {"type": "link", "attrs": {
                                        "href": "https://example.org", "target": "_blank",
                                        "rel": "noopener noreferrer", "class": null}}]},
                                {"type": "hardBreak", "marks": [{"type": "bold"}]}]}]}}
                        """,
                        Object.class);

        assertThat(JSON.writeValueAsString(read(body).asData()))
                .doesNotContain("textAlign", "target", "rel", "class", "bold", "null")
                .contains("https://example.org", "\"start\":1");
    }

    @Nested
    class Refusing {

        @Test
        void namesEverythingThatIsWrongAtOnce() {
            var refused =
                    refusalOf(
                            Map.of("id", "b1", "type", "IMAGE", "assetId", "x", "src", "y"),
                            Map.of("id", "b1", "type", "SCRIPT"),
                            Map.of("id", "b1", "type", "EMBED", "url", "https://evil.example"),
                            Map.of("id", "b2", "type", "CODE", "language", "A B"));

            assertThat(refused.kind()).isEqualTo(Refusal.Kind.RULE);
            assertThat(refused.code()).isEqualTo("BLOCK_NOT_ALLOWED");
            assertThat(refused.faults())
                    .extracting(Fault::code, Fault::pointer)
                    .containsExactly(
                            tuple("BLOCK_NOT_ALLOWED", "/blocks/0/src"),
                            tuple("BLOCK_NOT_ALLOWED", "/blocks/0/assetId"),
                            tuple("ALT_TEXT_REQUIRED", "/blocks/0/alt"),
                            tuple("BLOCK_NOT_ALLOWED", "/blocks/1"),
                            tuple("BLOCK_NOT_ALLOWED", "/blocks/2/id"),
                            tuple("BLOCK_NOT_ALLOWED", "/blocks/2/url"),
                            tuple("BLOCK_NOT_ALLOWED", "/blocks/3/language"),
                            tuple("BLOCK_NOT_ALLOWED", "/blocks/3/code"));
        }

        @Test
        void asksForWordsWhereTheyAreAllThatIsMissing() {
            var refused =
                    refusalOf(
                            Map.of("id", "b1", "type", "IMAGE", "assetId", ID),
                            Map.of("id", "b2", "type", "IMAGE", "assetId", ID, "alt", "  "));

            assertThat(refused.code()).isEqualTo("ALT_TEXT_REQUIRED");
            assertThat(refused.faults())
                    .extracting(Fault::pointer)
                    .containsExactly("/blocks/0/alt", "/blocks/1/alt");
        }

        @Test
        void namesTheHostsThatAreAllowed() {
            var refused =
                    refusalOf(Map.of("id", "b1", "type", "EMBED", "url", "https://evil.example"));

            assertThat(refused.faults().getFirst().detail()).contains("player.vimeo.com");
        }

        @Test
        void stopsCountingAtAHundredFaults() {
            var refused = refusalOf(Collections.nCopies(150, Map.of("id", "b1")).toArray());

            assertThat(refused.faults()).hasSize(100);
        }

        @Test
        void repeatsNoNameOfAnyLength() {
            var block = new HashMap<String, Object>(Bodies.textBlock("b1", "x"));
            block.put("x".repeat(65), 1);

            assertThat(refusalOf(block).faults())
                    .extracting(Fault::pointer)
                    .containsExactly("/blocks/0");
        }

        private Refusal refusalOf(Object... blocks) {
            return Objects.requireNonNull(catchThrowableOfType(Refusal.class, () -> read(blocks)));
        }
    }

    @Nested
    class Limits {

        @Test
        void takesTwoHundredBlocksAndNotOneMore() {
            assertThat(read(texts(200)).blocks()).hasSize(200);

            assertRefusedAt("/blocks", texts(201));
        }

        @Test
        void takesTenThousandCharactersInOneTextAndNotOneMore() {
            assertThat(read(Bodies.textBlock("b1", "x".repeat(10_000))).isEmpty()).isFalse();

            assertRefusedAt(
                    "/blocks/0/doc/content/0/content/0/text",
                    Bodies.textBlock("b1", "x".repeat(10_001)));
        }

        @Test
        void takesFiveThousandNodesInAllBlocksAndNotOneMore() {
            assertThat(read(paragraphs("b1", 2_499), paragraphs("b2", 2_499)).blocks()).hasSize(2);

            assertRefusedAt(
                    "/blocks/1/doc/content/2499", paragraphs("b1", 2_499), paragraphs("b2", 2_500));
        }

        @Test
        void takesTwelveLevelsAndNotOneMore() {
            assertThat(read(nested(12)).blocks()).hasSize(1);

            assertRefusedAt("/blocks/0/doc" + "/content/0".repeat(12), nested(13));
            assertRefusedAt("/blocks/0/doc" + "/content/0".repeat(12), nested(10_000));
        }

        private static Object[] texts(int count) {
            return IntStream.range(0, count)
                    .mapToObj(i -> Bodies.textBlock("b" + i, "x"))
                    .toArray();
        }

        private static Object paragraphs(String id, int count) {
            return Map.of(
                    "id",
                    id,
                    "type",
                    "TEXT",
                    "doc",
                    Map.of(
                            "type",
                            "doc",
                            "content",
                            Collections.nCopies(count, Map.of("type", "paragraph"))));
        }

        private static Object nested(int levels) {
            Map<String, Object> node = Map.of("type", "blockquote");
            for (var level = 3; level <= levels; level++) {
                node = Map.of("type", "blockquote", "content", List.of(node));
            }
            return Map.of(
                    "id",
                    "b1",
                    "type",
                    "TEXT",
                    "doc",
                    Map.of("type", "doc", "content", List.of(node)));
        }
    }

    @Nested
    class Emptiness {

        @Test
        void isABodyWithoutBlocksOrWithNothingInThem() {
            assertThat(read().isEmpty()).isTrue();
            assertThat(
                            read(
                                            Bodies.textBlock("b1", " \n"),
                                            Map.of(
                                                    "id",
                                                    "b2",
                                                    "type",
                                                    "CODE",
                                                    "language",
                                                    "c",
                                                    "code",
                                                    ""),
                                            Map.of("id", "b3", "type", "MATH", "tex", " "))
                                    .isEmpty())
                    .isTrue();
        }

        @Test
        void isNotABodyWithAVideo() {
            assertThat(read(Map.of("id", "b1", "type", "VIDEO", "videoId", ID)).isEmpty())
                    .isFalse();
        }
    }

    @Test
    void doesNotChangeWithTheListItWasReadFrom() {
        var blocks = new ArrayList<Object>(List.of(Bodies.textBlock("b1", "x")));
        var body = LessonBody.read(blocks, HOSTS);

        blocks.clear();

        assertThat(body.blocks()).hasSize(1);
    }

    private static LessonBody read(Object... blocks) {
        return LessonBody.read(List.of(blocks), HOSTS);
    }

    private static void assertRefusedAt(String pointer, Object... blocks) {
        assertThatThrownBy(() -> read(blocks))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused ->
                                assertThat(refused.faults())
                                        .extracting(Fault::pointer)
                                        .contains(pointer));
    }
}
