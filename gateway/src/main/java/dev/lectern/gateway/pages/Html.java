package dev.lectern.gateway.pages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;

/// The frame of the gateway's own pages: no script, one style sheet, and a policy that allows
/// exactly that style sheet.
final class Html {

    private static final String STYLE =
            "body{font:1rem/1.5 system-ui,sans-serif;max-width:48rem;margin:3rem auto;padding:0 1rem;"
                    + "color:#1b1f24;background:#fff}a{color:#0b57d0}li{margin:.25rem 0}"
                    + "table{border-collapse:collapse;width:100%}td{padding:.2rem .6rem .2rem 0;"
                    + "vertical-align:top}code{font-size:.95em}"
                    + "@media(prefers-color-scheme:dark){body{color:#e6e8eb;background:#15181c}"
                    + "a{color:#8ab4f8}}";

    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-"
                    + sha256(STYLE)
                    + "'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private Html() {}

    /// @param body markup whose variable parts went through [#text(String)]
    static ResponseEntity<String> page(String title, String body) {
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
                        <body>
                        <main>
                        <h1>%s</h1>
                        %s
                        </main>
                        </body>
                        </html>
                        """
                                .formatted(text(title), STYLE, text(title), body));
    }

    static String text(String value) {
        return HtmlUtils.htmlEscape(value);
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
