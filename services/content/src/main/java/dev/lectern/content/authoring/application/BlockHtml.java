package dev.lectern.content.authoring.application;

import dev.lectern.content.authoring.domain.body.Block;
import dev.lectern.content.authoring.domain.body.Mark;
import dev.lectern.content.authoring.domain.body.MarkType;
import dev.lectern.content.authoring.domain.body.Node;
import dev.lectern.content.authoring.domain.body.NodeType;
import java.util.List;
import org.owasp.html.HtmlStreamRenderer;

/// A block written as the HTML a reader's browser is given, by a writer that escapes text and
/// attributes.
final class BlockHtml {

    private final StringBuilder html = new StringBuilder();
    private final HtmlStreamRenderer out =
            HtmlStreamRenderer.create(
                    html,
                    problem -> {
                        throw new IllegalStateException("No HTML: " + problem);
                    });

    private BlockHtml() {}

    static String of(Block block) {
        var page = new BlockHtml();
        page.out.openDocument();
        page.write(block);
        page.out.closeDocument();
        return page.html.toString();
    }

    private void write(Block block) {
        switch (block) {
            case Block.Text(_, var doc) -> write(doc);
            case Block.Callout(_, var tone, var doc) -> {
                out.openTag("div", List.of("class", tone.name()));
                write(doc);
                out.closeTag("div");
            }
            case Block.Image(var _, var _, var alt) -> out.openTag("img", List.of("alt", alt));
            case Block.Code(_, var language, var code) -> {
                out.openTag("pre", List.of("class", language));
                out.text(code);
                out.closeTag("pre");
            }
            case Block.Formula(_, var tex) -> inside("code", tex);
            case Block.Embed(_, var url) -> {
                out.openTag("iframe", List.of("src", url.text()));
                out.closeTag("iframe");
            }
            // Nothing but ids, which are shown as addresses the reader's own side makes.
            case Block.Video _, Block.File _ -> {}
        }
    }

    private void write(Node node) {
        switch (node) {
            case Node.Text(var text, var marks) -> {
                marks.forEach(this::open);
                out.text(text);
                marks.reversed().forEach(mark -> out.closeTag(tagOf(mark.type())));
            }
            case Node.Element element when isVoid(element.type()) ->
                    out.openTag(tagOf(element), List.of());
            case Node.Element element -> {
                var tag = tagOf(element);
                out.openTag(tag, List.of());
                element.content().forEach(this::write);
                out.closeTag(tag);
            }
        }
    }

    private void open(Mark mark) {
        var link = mark.link();
        out.openTag(tagOf(mark.type()), link == null ? List.of() : List.of("href", link.text()));
    }

    private void inside(String tag, String text) {
        out.openTag(tag, List.of());
        out.text(text);
        out.closeTag(tag);
    }

    private static boolean isVoid(NodeType type) {
        return type == NodeType.HARD_BREAK || type == NodeType.HORIZONTAL_RULE;
    }

    private static String tagOf(Node.Element element) {
        return switch (element.type()) {
            case DOC -> "div";
            case PARAGRAPH -> "p";
            case HEADING -> "h" + element.attributes().get("level");
            case BULLET_LIST -> "ul";
            case ORDERED_LIST -> "ol";
            case LIST_ITEM -> "li";
            case BLOCKQUOTE -> "blockquote";
            case HORIZONTAL_RULE -> "hr";
            case HARD_BREAK -> "br";
            case TEXT -> throw new IllegalStateException("text is no element");
        };
    }

    private static String tagOf(MarkType mark) {
        return switch (mark) {
            case BOLD -> "strong";
            case ITALIC -> "em";
            case UNDERLINE -> "u";
            case STRIKE -> "s";
            case CODE -> "code";
            case SUBSCRIPT -> "sub";
            case SUPERSCRIPT -> "sup";
            case LINK -> "a";
        };
    }
}
