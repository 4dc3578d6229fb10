package dev.lectern.auth.application;

import dev.lectern.auth.domain.Account;
import dev.lectern.auth.domain.Accounts;
import dev.lectern.auth.domain.Consent;
import dev.lectern.auth.domain.EmailAddress;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Opens an account. Whether the address was known already is told to its owner by mail, and to
/// nobody else.
@Service
@Transactional
public class Registering {

    /// @param consents document to version: the current ones, all of which the newcomer accepted
    record Register(
            EmailAddress email,
            String passwordHash,
            NewProfile profile,
            Map<String, String> consents) {}

    private final Accounts accounts;
    private final CreatingProfiles profiles;
    private final WritingLetters letters;
    private final JdbcClient jdbc;
    private final Clock clock;

    Registering(
            Accounts accounts,
            CreatingProfiles profiles,
            WritingLetters letters,
            JdbcClient jdbc,
            Clock clock) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.letters = letters;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @return the id of the account behind the address, new or not
    UUID register(Register command) {
        waitForTwin(command.email());
        var known = accounts.findByEmail(command.email());
        var account = known.orElseGet(() -> open(command));
        letters.after(
                known.isPresent()
                        ? WritingLetters.Occasion.REGISTERED_AGAIN
                        : WritingLetters.Occasion.REGISTERED,
                command.email(),
                command.profile().locale());
        return account.id().value();
    }

    private Account open(Register command) {
        var now = clock.instant();
        var consents =
                command.consents().entrySet().stream()
                        .map(given -> new Consent(given.getKey(), given.getValue(), now))
                        .toList();
        var account = Account.register(command.email(), command.passwordHash(), consents, now);
        profiles.after(account.id(), command.email(), command.profile());
        return accounts.save(account);
    }

    /// Two first registrations of one address must not race for the unique index: the loser's
    /// refusal would tell that the address is taken.
    private void waitForTwin(EmailAddress email) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:email, 0))")
                .param("email", email.value())
                .query()
                .singleRow();
    }
}
