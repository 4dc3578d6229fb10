package dev.lectern.gateway.pages;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// The form descriptions have in OpenAPI. Markup in them is shown, not followed.
final class Markdown {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    private Markdown() {}

    static String html(String text) {
        return RENDERER.render(PARSER.parse(text));
    }

    /// One paragraph, without the paragraph around it.
    static String line(String text) {
        return html(text).replaceFirst("^<p>(.*)</p>\\n$", "$1");
    }
}
