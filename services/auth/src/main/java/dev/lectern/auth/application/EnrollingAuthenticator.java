package dev.lectern.auth.application;

import dev.lectern.auth.domain.AccountId;
import dev.lectern.auth.domain.Accounts;
import dev.lectern.auth.domain.EnrolmentId;
import dev.lectern.auth.domain.SecondFactor;
import dev.lectern.auth.domain.SecondFactorRefused;
import dev.lectern.auth.domain.SecondFactors;
import dev.lectern.common.idempotency.Idempotency;
import dev.lectern.common.idempotency.IdempotencyKey;
import dev.lectern.common.problem.GenericRefusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Gives a person a second factor in two steps: a secret for the authenticator, and a first code of
/// it as the proof that it arrived.
@Service
public class EnrollingAuthenticator {

    /// What the authenticator is told.
    ///
    /// @param otpauthUri the same for a camera
    public record Begun(String secret, String otpauthUri) {}

    private record Pending(String email, String sealedSecret, boolean confirmed) {}

    private final Accounts accounts;
    private final SecondFactors factors;
    private final TimeCodes timeCodes;
    private final RecoveryCodes recoveryCodes;
    private final Vault vault;
    private final Idempotency idempotency;
    private final JdbcClient jdbc;
    private final Clock clock;

    EnrollingAuthenticator(
            Accounts accounts,
            SecondFactors factors,
            TimeCodes timeCodes,
            RecoveryCodes recoveryCodes,
            Vault vault,
            Idempotency idempotency,
            JdbcClient jdbc,
            Clock clock) {
        this.accounts = accounts;
        this.factors = factors;
        this.timeCodes = timeCodes;
        this.recoveryCodes = recoveryCodes;
        this.vault = vault;
        this.idempotency = idempotency;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Makes a secret; one that was never confirmed is replaced.
    public Idempotency.Outcome begin(IdempotencyKey key, AccountId account) {
        return idempotency.once(
                key.of(account.value(), "begin-totp", Map.of()), () -> begin(account));
    }

    /// The secret that waits for its first code. Once that came, nobody is told it again.
    public Begun pending(AccountId account) {
        var pending =
                jdbc.sql(
                                """
                                select a.email, f.sealed_secret,
                                    f.confirmed_at is not null as confirmed
                                from second_factor f join account a on a.id = f.account_id
                                where f.account_id = :account
                                """)
                        .param("account", account.value())
                        .query(Pending.class)
                        .optional()
                        .orElseThrow(GenericRefusal::notFound);
        if (pending.confirmed()) {
            throw SecondFactorRefused.alreadyOn();
        }
        var secret = vault.open(pending.sealedSecret());
        return new Begun(
                secret,
                "otpauth://totp/Lectern:%s?secret=%s&issuer=Lectern"
                        .formatted(
                                URLEncoder.encode(pending.email(), StandardCharsets.UTF_8)
                                        .replace("+", "%20"),
                                secret));
    }

    /// Turns the second factor on. Wrong codes are not counted: who confirms was told the secret.
    public Idempotency.Outcome confirm(IdempotencyKey key, AccountId account, String code) {
        return idempotency.once(
                key.of(
                        account.value(),
                        "confirm-totp",
                        // A hash of six digits alone would be the digits.
                        Map.of("code", vault.fingerprint(code))),
                () -> confirm(account, code.strip()));
    }

    /// The recovery codes of the enrolment that was confirmed, for the answer to that alone.
    public List<String> recoveryCodesOf(UUID enrolment) {
        return recoveryCodes.of(new EnrolmentId(enrolment));
    }

    private UUID begin(AccountId account) {
        // Two beginnings at once would both find nothing there.
        if (accounts.lock(account).isEmpty()) {
            throw GenericRefusal.notFound();
        }
        var sealed = vault.seal(timeCodes.newSecret());
        var now = clock.instant();
        var factor =
                factors.lock(account)
                        .map(known -> {
                            known.beginAgain(sealed, now);
                            return known;
                        })
                        .orElseGet(() -> SecondFactor.begin(account, sealed, now));
        return factors.save(factor).enrolment().value();
    }

    private UUID confirm(AccountId account, String code) {
        // Where there is no secret, no code can be one of it.
        var factor = factors.lock(account).orElseThrow(SecondFactorRefused::codeInvalid);
        var hashes =
                recoveryCodes.of(factor.enrolment()).stream()
                        .map(recovery -> recoveryCodes.hash(account, recovery))
                        .toList();
        factor.confirm(
                timeCodes.stepOf(vault.open(factor.sealedSecret()), code), hashes, clock.instant());
        return factors.save(factor).enrolment().value();
    }
}
