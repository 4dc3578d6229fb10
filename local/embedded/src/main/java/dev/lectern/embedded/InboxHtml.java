package dev.lectern.embedded;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The inbox as a page. Whatever comes from a mail is escaped.
final class InboxHtml {

    private static final Pattern BLOCK_END = Pattern.compile("(?i)<br */?>|</(p|div|h\\d|li|tr)>");
    private static final Pattern INVISIBLE =
            Pattern.compile("(?is)<(head|style|script)\\b.*?</\\1>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private InboxHtml() {}

    static String of(List<ReceivedMail> mails) {
        String messages =
                mails.isEmpty()
                        ? "<p>No mail yet.</p>"
                        : mails.stream().map(InboxHtml::message).collect(Collectors.joining("\n"));
        return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Lectern mail inbox</title>
        <style>
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; }
        article { border-top: 1px solid #ccc; padding: 1rem 0; }
        h2 { font-size: 1.1rem; margin: 0; }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
        </style>
        </head>
        <body>
        <h1>Lectern mail inbox</h1>
        %s
        </body>
        </html>
        """
                .formatted(messages);
    }

    private static String message(ReceivedMail mail) {
        String text = mail.text().isEmpty() ? readable(mail.html()) : mail.text();
        String links =
                mail.links().stream()
                        .map(link -> "<li>" + anchor(link) + "</li>")
                        .collect(Collectors.joining("\n"));
        return """
        <article>
        <h2>%s</h2>
        <p>to %s</p>
        <pre>%s</pre>
        <ul>
        %s
        </ul>
        </article>\
        """
                .formatted(escape(mail.subject()), escape(mail.to()), escape(text.strip()), links);
    }

    private static String anchor(String link) {
        return "<a href=\"%1$s\" rel=\"noreferrer\">%1$s</a>".formatted(escape(link));
    }

    /// An HTML mail is shown as its text: rendered it would be somebody else's page.
    private static String readable(String html) {
        String lines = BLOCK_END.matcher(INVISIBLE.matcher(html).replaceAll("")).replaceAll("\n");
        return TAG.matcher(lines)
                .replaceAll("")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\n\\s*\\n\\s*", "\n\n");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
