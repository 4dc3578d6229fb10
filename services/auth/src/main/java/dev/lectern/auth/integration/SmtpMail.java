package dev.lectern.auth.integration;

import dev.lectern.auth.application.AuthSettings;
import dev.lectern.auth.application.SecretMail;
import jakarta.mail.MessagingException;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/// Letters by SMTP, as text and as HTML.
@Component
class SmtpMail implements SecretMail {

    private final JavaMailSender sender;
    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final AuthSettings settings;

    SmtpMail(
            JavaMailSender sender,
            ITemplateEngine templates,
            MessageSource messages,
            AuthSettings settings) {
        this.sender = sender;
        this.templates = templates;
        this.messages = messages;
        this.settings = settings;
    }

    @Override
    public void send(Letter letter) {
        var key = keyOf(letter.kind());
        var words =
                new Words(
                        word(letter, key + ".subject"),
                        word(letter, key + ".text"),
                        word(letter, key + ".action"),
                        word(letter, key + ".note"));
        var message = sender.createMimeMessage();
        try {
            var mime = new MimeMessageHelper(message, true, "UTF-8");
            mime.setFrom(settings.mailFrom());
            mime.setTo(letter.to().value());
            mime.setSubject(words.subject());
            mime.setText(text(letter, words), html(letter, words));
        } catch (MessagingException e) {
            throw new IllegalStateException("a letter could not be composed", e);
        }
        sender.send(message);
    }

    private record Words(String subject, String text, String action, String note) {}

    private static String text(Letter letter, Words words) {
        return """
        %s

        %s:
        %s

        %s
        """
                .formatted(words.text(), words.action(), letter.link(), words.note());
    }

    private String html(Letter letter, Words words) {
        var context = new Context(letter.locale());
        context.setVariable("words", words);
        context.setVariable("link", letter.link().toString());
        return templates.process("mail/letter", context);
    }

    private String word(Letter letter, String key) {
        return messages.getMessage(key, null, letter.locale());
    }

    private static String keyOf(Kind kind) {
        return "letter." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
