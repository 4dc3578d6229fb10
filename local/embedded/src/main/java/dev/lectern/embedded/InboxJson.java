package dev.lectern.embedded;

import java.util.List;
import java.util.stream.Collectors;

/// Mails as a JSON array; too little to bring a library for.
final class InboxJson {

    private InboxJson() {}

    static String of(List<ReceivedMail> mails) {
        return array(mails.stream().map(InboxJson::object).toList());
    }

    private static String object(ReceivedMail mail) {
        return "{\"to\":%s,\"subject\":%s,\"text\":%s,\"html\":%s,\"links\":%s}"
                .formatted(
                        string(mail.to()),
                        string(mail.subject()),
                        string(mail.text()),
                        string(mail.html()),
                        array(mail.links().stream().map(InboxJson::string).toList()));
    }

    private static String array(List<String> values) {
        return "[" + String.join(",", values) + "]";
    }

    private static String string(String text) {
        return text.chars()
                .mapToObj(InboxJson::character)
                .collect(Collectors.joining("", "\"", "\""));
    }

    private static String character(int c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c < ' ' ? "\\u%04x".formatted(c) : String.valueOf((char) c);
        };
    }
}
