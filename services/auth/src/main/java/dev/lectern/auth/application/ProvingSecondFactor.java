package dev.lectern.auth.application;

import dev.lectern.auth.domain.AccountId;
import dev.lectern.auth.domain.CodeVerdict;
import dev.lectern.auth.domain.SecondFactor;
import dev.lectern.auth.domain.SecondFactorRefused;
import dev.lectern.auth.domain.SecondFactors;
import dev.lectern.common.problem.GenericRefusal;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// Takes a code of the authenticator or a recovery code. A process: what is counted against a guess
/// is committed before the guess is refused.
@Service
public class ProvingSecondFactor {

    private record Judged(CodeVerdict verdict, Duration pause) {}

    private final SecondFactors factors;
    private final TimeCodes timeCodes;
    private final RecoveryCodes recoveryCodes;
    private final Vault vault;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;

    ProvingSecondFactor(
            SecondFactors factors,
            TimeCodes timeCodes,
            RecoveryCodes recoveryCodes,
            Vault vault,
            JdbcClient jdbc,
            TransactionOperations transaction,
            Clock clock) {
        this.factors = factors;
        this.timeCodes = timeCodes;
        this.recoveryCodes = recoveryCodes;
        this.vault = vault;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Whether the person is asked for a second factor.
    public boolean isAskedOf(AccountId account) {
        return jdbc.sql(
                        """
                        select exists (select 1 from second_factor
                        where account_id = :account and confirmed_at is not null)
                        """)
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    /// Uses a code up, or refuses it: 401 `CODE_INVALID`, or 429 after too many wrong ones.
    public void prove(AccountId account, String code) {
        var judged = transaction.execute(status -> judge(account, code.strip()));
        switch (judged.verdict()) {
            case ACCEPTED -> {}
            case REFUSED -> throw SecondFactorRefused.codeInvalid();
            case LOCKED -> throw GenericRefusal.tooManyRequests(judged.pause());
        }
    }

    private Judged judge(AccountId account, String code) {
        var factor =
                factors.lock(account)
                        .filter(SecondFactor::isOn)
                        .orElseThrow(SecondFactorRefused::codeInvalid);
        var now = clock.instant();
        var step = timeCodes.stepOf(vault.open(factor.sealedSecret()), code);
        var verdict = factor.judge(step, recoveryCodes.hash(account, code), now);
        factors.save(factor);
        return new Judged(verdict, factor.pause(now));
    }
}
