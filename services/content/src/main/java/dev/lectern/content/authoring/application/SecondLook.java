package dev.lectern.content.authoring.application;

import dev.lectern.content.authoring.domain.body.BodyRefused;
import dev.lectern.content.authoring.domain.body.LessonBody;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlChangeListener;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/// Looks at a body that was already found good with other eyes: as HTML, through a sanitizer with
/// rules of its own. It must find nothing to take away, else the block is refused whole.
final class SecondLook {

    private static final PolicyFactory POLICY =
            new HtmlPolicyBuilder()
                    .allowElements(
                            "div",
                            "p",
                            "h1",
                            "h2",
                            "h3",
                            "h4",
                            "h5",
                            "h6",
                            "ul",
                            "ol",
                            "li",
                            "blockquote",
                            "hr",
                            "br",
                            "strong",
                            "em",
                            "u",
                            "s",
                            "code",
                            "sub",
                            "sup",
                            "a",
                            "img",
                            "pre",
                            "iframe")
                    .allowUrlProtocols("http", "https", "mailto")
                    .allowAttributes("href")
                    .onElements("a")
                    .allowAttributes("alt")
                    .onElements("img")
                    .allowAttributes("class")
                    .onElements("div", "pre")
                    .allowAttributes("src")
                    .onElements("iframe")
                    .toFactory();

    private SecondLook() {}

    /// Refuses the first block that is not the same after sanitizing.
    static void at(LessonBody body) {
        for (var i = 0; i < body.blocks().size(); i++) {
            if (!isClean(BlockHtml.of(body.blocks().get(i)))) {
                throw BodyRefused.block(i);
            }
        }
    }

    static boolean isClean(String html) {
        var found = new Found();
        POLICY.sanitize(html, found, null);
        return !found.anything;
    }

    /// Notes that the sanitizer took something away.
    private static final class Found implements HtmlChangeListener<Void> {

        private boolean anything;

        @Override
        public void discardedTag(@Nullable Void context, String element) {
            anything = true;
        }

        @Override
        public void discardedAttributes(
                @Nullable Void context, String element, String... attributes) {
            anything = true;
        }
    }
}
