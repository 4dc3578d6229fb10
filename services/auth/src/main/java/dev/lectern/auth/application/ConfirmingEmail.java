package dev.lectern.auth.application;

import dev.lectern.auth.domain.AccountRefused;
import dev.lectern.auth.domain.Accounts;
import dev.lectern.auth.domain.EmailAddress;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Confirms that the owner of an account receives mail at its address.
@Service
@Transactional
public class ConfirmingEmail {

    private final Accounts accounts;
    private final SecretLinks links;
    private final WritingLetters letters;
    private final Clock clock;

    ConfirmingEmail(Accounts accounts, SecretLinks links, WritingLetters letters, Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.letters = letters;
        this.clock = clock;
    }

    /// @param secret from the link of the letter
    public void confirm(String secret) {
        var id = links.redeem(secret, SecretLinks.Purpose.CONFIRM_EMAIL);
        var account = accounts.lock(id).orElseThrow(AccountRefused::tokenInvalid);
        account.verifyEmail(clock.instant());
        accounts.save(account);
    }

    /// Sends the link once more, if the address waits for one.
    public void sendAgain(EmailAddress email, String locale) {
        letters.after(WritingLetters.Occasion.CONFIRMATION_ASKED, email, locale);
    }
}
