package dev.lectern.auth.application;

import dev.lectern.auth.domain.EmailAddress;
import java.net.URI;
import java.util.Locale;

/// Takes letters to people. Speaks SMTP today; notification takes it over once it exists.
public interface SecretMail {

    /// @param link where the letter leads: mostly something only its reader may know
    record Letter(Kind kind, EmailAddress to, Locale locale, URI link) {}

    /// The letters there are.
    enum Kind {
        CONFIRM_EMAIL,
        RESET_PASSWORD,
        /// For an address that registers once more before it was ever proven.
        FINISH_REGISTRATION,
        /// For an address that registers once more although it has an account.
        ALREADY_REGISTERED
    }

    void send(Letter letter);
}
