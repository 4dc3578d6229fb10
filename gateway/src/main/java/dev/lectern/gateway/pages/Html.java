package dev.lectern.gateway.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;

/// The frame of the gateway's own pages: no script, one style sheet, and a policy that allows
/// exactly that style sheet.
final class Html {

    private static final String STYLE = styleSheet();

    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-"
                    + sha256(STYLE)
                    + "'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private Html() {}

    /// @param body markup whose variable parts went through [#text(String)]
    static ResponseEntity<String> page(String title, String body) {
        return frame(title, "", "<main>\n<h1>%s</h1>\n%s\n</main>".formatted(text(title), body));
    }

    /// As above for a page so long that it needs its contents beside it.
    static ResponseEntity<String> page(String title, String contents, String body) {
        return frame(
                title,
                " class=\"wide\"",
                "<main>\n<nav>%s</nav>\n<div>\n<h1>%s</h1>\n%s\n</div>\n</main>"
                        .formatted(contents, text(title), body));
    }

    static String text(String value) {
        return HtmlUtils.htmlEscape(value);
    }

    private static ResponseEntity<String> frame(String title, String attributes, String body) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", POLICY)
                .header("Cache-Control", "no-cache")
                .body(
                        """
                        <!doctype html>
                        <html lang="en">
                        <head>
                        <meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <title>%s</title>
                        <style>%s</style>
                        </head>
                        <body%s>
                        %s
                        </body>
                        </html>
                        """
                                .formatted(text(title), STYLE, attributes, body));
    }

    private static String styleSheet() {
        try {
            return new ClassPathResource("pages/pages.css")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the style of the pages cannot be read", e);
        }
    }

    private static String sha256(String value) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
