package dev.lectern.notification.application;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Takes letters to people.
public interface Post {

    /// A mail with all its words.
    ///
    /// @param id the same each time it is tried
    /// @param subject without anything personal
    /// @param unsubscribe where one click ends this kind of mail, absent where it cannot be ended
    record Letter(
            UUID id,
            String to,
            Locale locale,
            String subject,
            String greeting,
            String body,
            String action,
            URI link,
            String footer,
            Optional<Unsubscribe> unsubscribe) {}

    /// The link and what it says.
    record Unsubscribe(URI link, String words) {}

    /// Nobody can be reached there, however often it is tried.
    final class Undeliverable extends RuntimeException {
        public Undeliverable(Throwable reason) {
            super("the mail server refuses the address", reason);
        }
    }

    /// What it throws means "again later", but for [Undeliverable].
    void send(Letter letter);
}
