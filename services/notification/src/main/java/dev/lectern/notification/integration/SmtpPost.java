package dev.lectern.notification.integration;

import dev.lectern.notification.application.Direction;
import dev.lectern.notification.application.NotificationSettings;
import dev.lectern.notification.application.Post;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/// Letters by SMTP, as text and as HTML.
@Component
class SmtpPost implements Post {

    private final JavaMailSender sender;
    private final ITemplateEngine templates;
    private final NotificationSettings settings;

    SmtpPost(JavaMailSender sender, ITemplateEngine templates, NotificationSettings settings) {
        this.sender = sender;
        this.templates = templates;
        this.settings = settings;
    }

    @Override
    public void send(Letter letter) {
        try {
            sender.send(compose(letter));
        } catch (AddressException e) {
            throw new Undeliverable(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("a letter could not be composed", e);
        } catch (MailSendException e) {
            throw isRefusedForGood(e) ? new Undeliverable(e) : e;
        }
    }

    private MimeMessage compose(Letter letter) throws MessagingException {
        var message = sender.createMimeMessage();
        var mime = new MimeMessageHelper(message, true, "UTF-8");
        mime.setFrom(settings.mailFrom());
        mime.setTo(letter.to());
        mime.setSubject(letter.subject());
        mime.setText(text(letter), html(letter));
        // The same each time it is tried, so that mailboxes know a second one.
        message.setHeader(
                "Message-ID", "<%s@%s>".formatted(letter.id(), settings.publicOrigin().getHost()));
        message.setHeader("Content-Language", letter.locale().toLanguageTag());
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.unsubscribe().isPresent()) {
            message.setHeader("List-Unsubscribe", "<" + letter.unsubscribe().get().link() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return message;
    }

    private static String text(Letter letter) {
        var unsubscribe =
                letter.unsubscribe()
                        .map(way -> "\n%s:\n%s\n".formatted(way.words(), way.link()))
                        .orElse("");
        return """
        %s

        %s

        %s:
        %s

        --\s
        %s
        %s\
        """
                .formatted(
                        letter.greeting(),
                        letter.body(),
                        letter.action(),
                        letter.link(),
                        letter.footer(),
                        unsubscribe);
    }

    private String html(Letter letter) {
        var context = new Context(letter.locale());
        context.setVariable("letter", letter);
        context.setVariable("language", letter.locale().toLanguageTag());
        context.setVariable("direction", Direction.of(letter.locale()));
        return templates.process("notification/letter", context);
    }

    /// The server knows that nobody is there; of other failures it may think differently later.
    private static boolean isRefusedForGood(MailSendException e) {
        for (var cause : e.getMessageExceptions()) {
            if (cause instanceof SendFailedException refused
                    && refused.getInvalidAddresses() != null
                    && refused.getInvalidAddresses().length > 0) {
                return true;
            }
        }
        return false;
    }
}
