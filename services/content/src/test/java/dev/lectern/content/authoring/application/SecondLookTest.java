package dev.lectern.content.authoring.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.common.problem.Refusal.Fault;
import dev.lectern.content.Bodies;
import dev.lectern.content.authoring.domain.body.Address;
import dev.lectern.content.authoring.domain.body.Block;
import dev.lectern.content.authoring.domain.body.BodyRefused;
import dev.lectern.content.authoring.domain.body.EmbedHosts;
import dev.lectern.content.authoring.domain.body.LessonBody;
import dev.lectern.content.authoring.domain.body.Mark;
import dev.lectern.content.authoring.domain.body.MarkType;
import dev.lectern.content.authoring.domain.body.Node;
import dev.lectern.content.authoring.domain.body.NodeType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SecondLookTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<p onclick=\"alert(1)\">x</p>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\"java&#9;script:alert(1)\">x</a>",
                "<a href=\"data:text/html,x\">x</a>",
                "<iframe src=\"javascript:alert(1)\"></iframe>",
                "<iframe srcdoc=\"x\"></iframe>",
                "<img src=\"x\" alt=\"x\">",
                "<svg onload=\"alert(1)\"></svg>",
                "<style>p { color: red }</style>",
                "<p style=\"position: fixed\">x</p>"
            })
    void findsWhatNoBlockMayTurnInto(String html) {
        assertThat(SecondLook.isClean(html)).isFalse();
    }

    @Test
    void findsNothingInABodyOfEveryKindOfBlockHoweverHostileItsTexts() {
        var body =
                JsonMapper.builder()
                        .build()
                        .readValue(
                                """
                                [{"id": "1", "type": "TEXT", "doc": {"type": "doc", "content": [
                                    {"type": "heading", "attrs": {"level": 6}, "content": [
                                        {"type": "text", "text": "<script>alert(1)</script>", "marks": [
                                            {"type": "bold"}, {"type": "italic"},
                                            {"type": "underline"}, {"type": "strike"},
                                            {"type": "code"}, {"type": "subscript"},
                                            {"type": "superscript"},
                                            {"type": "link", "attrs": {
                                                "href": "https://example.org/?a=b&c=%3Cd%3E"}}]},
                                        {"type": "hardBreak"}]},
                                    {"type": "bulletList", "content": [
                                        {"type": "listItem", "content": [{"type": "paragraph"}]}]},
                                    {"type": "orderedList", "content": [{"type": "listItem"}]},
                                    {"type": "blockquote"}, {"type": "horizontalRule"}]}},
                                 {"id": "2", "type": "CALLOUT", "tone": "INFO",
                                  "doc": {"type": "doc"}},
                                 {"id": "3", "type": "IMAGE", "alt": "\\" onerror=\\"alert(1)",
                                  "assetId": "0199a3c0-1f00-7a10-8b00-0000000000c1"},
                                 {"id": "4", "type": "CODE", "language": "c++",
                                  "code": "</pre><script>alert(1)</script>"},
                                 {"id": "5", "type": "MATH", "tex": "x < y > z"},
                                 {"id": "6", "type": "EMBED",
                                  "url": "https://player.vimeo.com/video/1?a=b&c=(d)"},
                                 {"id": "7", "type": "VIDEO",
                                  "videoId": "0199a3c0-1f00-7a10-8b00-0000000000c1"},
                                 {"id": "8", "type": "FILE",
                                  "assetId": "0199a3c0-1f00-7a10-8b00-0000000000c1"}]
                                """,
                                List.class);
        var read = LessonBody.read(body, new EmbedHosts(Set.of("player.vimeo.com")));

        assertThatCode(() -> SecondLook.at(read)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "vbscript:x"})
    void refusesABlockTheFirstLookShouldHaveRefused(String address) {
        var link = new Mark(MarkType.LINK, new Address(address));
        var doc =
                new Node.Element(
                        NodeType.DOC, Map.of(), List.of(new Node.Text("x", List.of(link))));
        var body = new LessonBody(List.of(new Block.Formula("b1", "x"), new Block.Text("b2", doc)));

        assertThatThrownBy(() -> SecondLook.at(body))
                .isInstanceOfSatisfying(
                        BodyRefused.class,
                        refused ->
                                assertThat(refused.faults())
                                        .extracting(Fault::pointer)
                                        .containsExactly("/blocks/1"));
    }

    @Test
    void seesEveryTextAndAddressOfABlock() {
        var body =
                LessonBody.read(
                        List.of(Bodies.textBlock("b1", "a < b & \"c\"")), new EmbedHosts(Set.of()));

        assertThat(BlockHtml.of(body.blocks().getFirst()))
                .isEqualTo("<div><p>a &lt; b &amp; &#34;c&#34;</p></div>");
    }
}
