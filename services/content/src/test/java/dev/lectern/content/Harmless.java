package dev.lectern.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What delivered blocks may consist of, written down a second time and on purpose not shared with
/// the service: only known names, only known types, and addresses only where one is expected.
final class Harmless {

    /// Fields whose value is shown as text and may therefore say anything.
    static final Set<String> FREE_TEXT = Set.of("text", "code", "tex", "alt");

    private static final Set<String> STRUCTURE =
            Set.of(
                    "id",
                    "type",
                    "doc",
                    "content",
                    "attrs",
                    "marks",
                    "assetId",
                    "videoId",
                    "language",
                    "tone",
                    "level",
                    "start");
    private static final Set<String> TYPES =
            Set.of(
                    "TEXT",
                    "IMAGE",
                    "VIDEO",
                    "FILE",
                    "CODE",
                    "MATH",
                    "EMBED",
                    "CALLOUT",
                    "doc",
                    "paragraph",
                    "heading",
                    "bulletList",
                    "orderedList",
                    "listItem",
                    "blockquote",
                    "horizontalRule",
                    "hardBreak",
                    "text",
                    "bold",
                    "italic",
                    "underline",
                    "strike",
                    "code",
                    "subscript",
                    "superscript",
                    "link");
    private static final Set<String> EMBEDS =
            Set.of(
                    "codepen.io",
                    "codesandbox.io",
                    "open.spotify.com",
                    "phet.colorado.edu",
                    "player.vimeo.com",
                    "w.soundcloud.com",
                    "www.desmos.com",
                    "www.geogebra.org",
                    "www.youtube-nocookie.com",
                    "www.youtube.com");

    private Harmless() {}

    static void assertHarmless(JsonNode node) {
        node.properties().forEach(field -> assertHarmless(field.getKey(), field.getValue()));
        if (node.isArray()) {
            node.forEach(Harmless::assertHarmless);
        }
    }

    private static void assertHarmless(String name, JsonNode value) {
        if (FREE_TEXT.contains(name)) {
            assertThat(value.isString()).as(name).isTrue();
            return;
        }
        switch (name) {
            case "href" -> assertLink(value.asString());
            case "url" -> assertEmbed(value.asString());
            default -> assertThat(STRUCTURE).contains(name);
        }
        if (name.equals("type")) {
            assertThat(TYPES).contains(value.asString());
        } else if (value.isString() && !name.equals("href") && !name.equals("url")) {
            assertThat(value.asString()).matches("[A-Za-z0-9+#._-]{1,64}");
        }
        assertHarmless(value);
    }

    private static void assertLink(String address) {
        assertThat(lower(URI.create(address).getScheme())).isIn("http", "https", "mailto");
        assertPlain(address);
    }

    private static void assertEmbed(String address) {
        var uri = URI.create(address);
        assertThat(lower(uri.getScheme())).isEqualTo("https");
        assertThat(lower(uri.getHost())).isIn(EMBEDS);
        assertThat(uri.getRawAuthority()).isEqualTo(uri.getHost());
        assertPlain(address);
    }

    private static void assertPlain(String address) {
        assertThat(address).matches("[\\x21-\\x7e]+").doesNotContain("<", ">", "\"", "\\", "`");
        assertThat(lower(address)).doesNotContain("javascript:", "data:", "vbscript:");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
