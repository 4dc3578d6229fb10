package dev.lectern.notification.application;

import java.util.Locale;
import java.util.UUID;

/// Who people are, which the user service knows. A live call, never inside a transaction, and
/// nothing of its answer is kept.
public interface Recipients {

    /// A person as a mail needs them.
    record Recipient(String name, String address, Locale locale) {}

    Recipient of(UUID user);
}
