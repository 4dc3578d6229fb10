package dev.lectern.auth.application;

import dev.lectern.auth.domain.AccountId;
import dev.lectern.auth.domain.Accounts;
import dev.lectern.auth.domain.EmailAddress;
import dev.lectern.auth.domain.RawPassword;
import dev.lectern.auth.domain.SignInVerdict;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// Checks an e-mail address and a password. A process: the expensive check stands before the
/// transaction that counts, and an unknown address takes the same steps as a known one.
@Service
public class SigningIn {

    /// What came of it.
    public sealed interface Outcome {

        record Admitted(AccountId account) implements Outcome {}

        record Refused() implements Outcome {}

        /// The password was right, so it is no secret that the account exists.
        record Unverified() implements Outcome {}
    }

    private record Credentials(AccountId account, String passwordHash) {}

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final Accounts accounts;
    private final TransactionOperations transaction;
    private final Clock clock;

    SigningIn(
            JdbcClient jdbc,
            Passwords passwords,
            Accounts accounts,
            TransactionOperations transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.accounts = accounts;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Outcome signIn(String typedEmail, RawPassword password) {
        var email = EmailAddress.typed(typedEmail);
        var known = email.flatMap(this::find);
        var hash = known.map(Credentials::passwordHash).orElse(null);
        var isRight = passwords.isRight(password, hash);
        var verdict =
                email.map(address -> judge(address, hash, isRight)).orElse(SignInVerdict.REFUSED);
        return switch (verdict) {
            case ADMITTED -> new Outcome.Admitted(known.orElseThrow().account());
            case REFUSED -> new Outcome.Refused();
            case UNVERIFIED -> new Outcome.Unverified();
        };
    }

    /// Decided under the account's lock: of many guesses checked at once only the first few count.
    private SignInVerdict judge(EmailAddress email, @Nullable String checkedHash, boolean isRight) {
        return transaction.execute(status -> {
            var found = accounts.lockByEmail(email);
            if (found.isEmpty()) {
                return SignInVerdict.REFUSED;
            }
            var account = found.get();
            // A reset in the meantime voids what the old password proved.
            var isStillRight = isRight && account.passwordHash().equals(checkedHash);
            var verdict = account.judgeSignIn(isStillRight, clock.instant());
            accounts.save(account);
            return verdict;
        });
    }

    private Optional<Credentials> find(EmailAddress email) {
        return jdbc.sql("select id, password_hash from account where email = :email")
                .param("email", email.value())
                .query((row, n) ->
                        new Credentials(
                                new AccountId(row.getObject("id", UUID.class)),
                                row.getString("password_hash")))
                .optional();
    }
}
