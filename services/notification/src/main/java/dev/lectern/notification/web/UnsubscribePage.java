package dev.lectern.notification.web;

import dev.lectern.notification.application.Direction;
import dev.lectern.notification.application.Words;
import dev.lectern.notification.domain.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/// The page behind the link of a mail. It loads nothing and runs no script, and tells no other site
/// where its reader came from: the address is a key.
@Component
class UnsubscribePage {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final String POLICY =
            "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final ITemplateEngine templates;
    private final Words words;

    UnsubscribePage(ITemplateEngine templates, Words words) {
        this.templates = templates;
        this.words = words;
    }

    ResponseEntity<String> asking(String token, Kind kind, Locale locale) {
        return page(HttpStatus.OK, "unsubscribe.asking", Optional.of(token), kind.name(), locale);
    }

    ResponseEntity<String> done(Kind kind, Locale locale) {
        return page(HttpStatus.OK, "unsubscribe.done", Optional.empty(), kind.name(), locale);
    }

    ResponseEntity<String> unknown(Locale locale) {
        return page(HttpStatus.NOT_FOUND, "unsubscribe.unknown", Optional.empty(), "", locale);
    }

    private ResponseEntity<String> page(
            HttpStatus status, String key, Optional<String> token, String kind, Locale locale) {
        var language = Words.nearest(locale);
        var named = kind.isEmpty() ? "" : words.word(kind + ".name", language);
        var context = new Context(language);
        context.setVariable("language", language.toLanguageTag());
        context.setVariable("direction", Direction.of(language));
        context.setVariable("title", words.word("unsubscribe.title", language));
        context.setVariable("text", words.word(key, language, named));
        context.setVariable("action", words.word("unsubscribe.action", language));
        context.setVariable("token", token.orElse(null));
        return ResponseEntity.status(status)
                .contentType(HTML)
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "same-origin")
                .header("X-Robots-Tag", "noindex")
                .body(templates.process("notification/unsubscribe", context));
    }
}
