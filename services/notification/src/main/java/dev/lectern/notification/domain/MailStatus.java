package dev.lectern.notification.domain;

/// Where a mail stands. All but QUEUED are final.
public enum MailStatus {
    QUEUED,
    SENT,
    /// Switched off between the event and the sending.
    UNWANTED,
    /// The mail server says that nobody can be reached there.
    UNDELIVERABLE,
    /// Tried for as long as it made sense.
    GIVEN_UP
}
