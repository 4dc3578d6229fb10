package dev.lectern.embedded;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A mail as its reader sees it.
///
/// @param to the addresses, separated by commas
/// @param text the plain part, empty when there is none
/// @param html the HTML part, empty when there is none
/// @param links the web addresses in both parts, each once, in order
public record ReceivedMail(
        String to, String subject, String text, String html, List<String> links) {

    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s\"'<>]+");

    static ReceivedMail of(Message message) {
        try {
            String text = textOf(message, "text/plain");
            String html = textOf(message, "text/html");
            return new ReceivedMail(
                    addressesOf(message),
                    Objects.requireNonNullElse(message.getSubject(), ""),
                    text,
                    html,
                    linksIn(text, html));
        } catch (MessagingException | IOException e) {
            throw new IllegalArgumentException("unreadable mail", e);
        }
    }

    boolean isTo(String address) {
        return Arrays.stream(to.split(", ")).anyMatch(address::equalsIgnoreCase);
    }

    private static String addressesOf(Message message) throws MessagingException {
        var recipients = message.getRecipients(Message.RecipientType.TO);
        if (recipients == null) {
            return "";
        }
        return String.join(
                ", ",
                Arrays.stream(recipients)
                        .map(to -> to instanceof InternetAddress mail ? mail.getAddress() : "" + to)
                        .toList());
    }

    private static String textOf(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                boolean attached = Part.ATTACHMENT.equalsIgnoreCase(inner.getDisposition());
                String text = attached ? "" : textOf(inner, type);
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    private static List<String> linksIn(String text, String html) {
        Set<String> links = new LinkedHashSet<>();
        Stream.of(text, html.replace("&amp;", "&"))
                .flatMap(body -> WEB_ADDRESS.matcher(body).results())
                .map(MatchResult::group)
                // The full stop after an address ends the sentence, not the address.
                .map(link -> link.replaceAll("[.,;:!?)\\]]+$", ""))
                .forEach(links::add);
        return List.copyOf(links);
    }
}
