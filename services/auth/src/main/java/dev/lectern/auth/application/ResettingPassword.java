package dev.lectern.auth.application;

import dev.lectern.auth.domain.AccountRefused;
import dev.lectern.auth.domain.Accounts;
import dev.lectern.auth.domain.EmailAddress;
import dev.lectern.auth.domain.RawPassword;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// Lets somebody who forgot a password set a new one by mail. A process: the password is hashed
/// before the one transaction.
@Service
public class ResettingPassword {

    private final Accounts accounts;
    private final SecretLinks links;
    private final Passwords passwords;
    private final OpenSessions sessions;
    private final WritingLetters letters;
    private final TransactionOperations transaction;
    private final Clock clock;

    ResettingPassword(
            Accounts accounts,
            SecretLinks links,
            Passwords passwords,
            OpenSessions sessions,
            WritingLetters letters,
            TransactionOperations transaction,
            Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.passwords = passwords;
        this.sessions = sessions;
        this.letters = letters;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Sends a link, if there is such an account.
    public void ask(EmailAddress email, String locale) {
        letters.after(WritingLetters.Occasion.RESET_ASKED, email, locale);
    }

    /// Sets the password and ends every session. An unfit password leaves the link usable.
    public void reset(String secret, RawPassword password) {
        passwords.policy().check(password);
        links.requireUsable(secret, SecretLinks.Purpose.RESET_PASSWORD);
        var hash = passwords.hash(password);
        transaction.executeWithoutResult(status -> {
            var id = links.redeem(secret, SecretLinks.Purpose.RESET_PASSWORD);
            var account = accounts.lock(id).orElseThrow(AccountRefused::tokenInvalid);
            passwords.policy().check(password, account.email());
            account.resetPassword(hash, clock.instant());
            accounts.save(account);
            links.voidAll(id);
            sessions.closeAll(id);
        });
    }
}
