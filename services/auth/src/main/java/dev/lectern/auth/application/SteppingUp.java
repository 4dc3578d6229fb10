package dev.lectern.auth.application;

import dev.lectern.auth.domain.Account;
import dev.lectern.auth.domain.AccountId;
import dev.lectern.auth.domain.Accounts;
import dev.lectern.auth.domain.RawPassword;
import dev.lectern.auth.domain.Role;
import dev.lectern.auth.domain.SecondFactorRefused;
import dev.lectern.auth.domain.SignInVerdict;
import dev.lectern.common.problem.GenericRefusal;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// Has a person who is signed in prove again who they are, before they do what cannot be undone.
/// The second factor is asked where there is one; the password does for others, but never for
/// staff. A process: the expensive check stands between two transactions.
@Service
public class SteppingUp {

    private final Accounts accounts;
    private final ProvingSecondFactor secondFactor;
    private final Passwords passwords;
    private final StepUpProofs proofs;
    private final TransactionOperations transaction;
    private final Clock clock;

    SteppingUp(
            Accounts accounts,
            ProvingSecondFactor secondFactor,
            Passwords passwords,
            StepUpProofs proofs,
            TransactionOperations transaction,
            Clock clock) {
        this.accounts = accounts;
        this.secondFactor = secondFactor;
        this.passwords = passwords;
        this.proofs = proofs;
        this.transaction = transaction;
        this.clock = clock;
    }

    public StepUpProofs.Proof stepUp(
            AccountId id, Optional<String> code, Optional<RawPassword> password) {
        if (secondFactor.isAskedOf(id)) {
            secondFactor.prove(id, code.orElseThrow(SecondFactorRefused::codeInvalid));
        } else {
            prove(id, password);
        }
        return proofs.of(id);
    }

    private void prove(AccountId id, Optional<RawPassword> password) {
        var account = transaction.execute(status -> find(id));
        if (account.roles().stream().anyMatch(Role::isStaff)) {
            throw SecondFactorRefused.required();
        }
        var typed = password.orElseThrow(SecondFactorRefused::codeInvalid);
        var isRight = passwords.isRight(typed, account.passwordHash());
        var verdict = transaction.execute(status -> judge(id, account.passwordHash(), isRight));
        if (verdict != SignInVerdict.ADMITTED) {
            throw SecondFactorRefused.codeInvalid();
        }
    }

    /// Counted as at the sign-in: a stolen token must not be a way to guess the password.
    private SignInVerdict judge(AccountId id, String checkedHash, boolean isRight) {
        var account = find(id);
        var isStillRight = isRight && account.passwordHash().equals(checkedHash);
        var verdict = account.judgeSignIn(isStillRight, clock.instant());
        accounts.save(account);
        return verdict;
    }

    private Account find(AccountId id) {
        return accounts.lock(id).orElseThrow(GenericRefusal::notFound);
    }
}
