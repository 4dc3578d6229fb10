package dev.lectern.auth.web;

import dev.lectern.auth.application.EnrollingAuthenticator;
import dev.lectern.auth.application.RemovingAuthenticator;
import dev.lectern.auth.domain.AccountId;
import dev.lectern.common.idempotency.IdempotencyKey;
import dev.lectern.common.security.Caller;
import dev.lectern.common.security.StepUp;
import dev.lectern.common.web.Answered;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// An authenticator as the second factor of one's own account.
@RestController
@RequestMapping("/api/v1/auth/mfa/totp")
class SecondFactorController {

    /// @param secret for typing into an authenticator, in Base32
    /// @param otpauthUri the same as a picture may hold it
    record BegunResponse(String secret, String otpauthUri) {}

    /// @param code the six digits the authenticator shows now, for example `492039`
    record ConfirmRequest(@NotNull @Size(max = 40) String code) {}

    /// @param recoveryCodes ten, each of which stands once for a code of the authenticator; shown
    ///   this once
    record ConfirmedResponse(List<String> recoveryCodes) {}

    private final EnrollingAuthenticator enrolling;
    private final RemovingAuthenticator removing;

    SecondFactorController(EnrollingAuthenticator enrolling, RemovingAuthenticator removing) {
        this.enrolling = enrolling;
        this.removing = removing;
    }

    /// Makes a secret for an authenticator, which is asked for nowhere until a first code confirms
    /// it. One that was not confirmed is replaced. 403 `FORBIDDEN` to a program with an API key;
    /// 404 for an account that is gone; 409 `MFA_ALREADY_ON`.
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<BegunResponse> beginTotp(Caller caller, IdempotencyKey key) {
        var account = new AccountId(caller.id());
        var outcome = enrolling.begin(key, account);
        var begun = enrolling.pending(account);
        var answer = ResponseEntity.status(HttpStatus.CREATED).cacheControl(CacheControl.noStore());
        if (outcome.replayed()) {
            answer.header("Idempotency-Replayed", "true");
        }
        return answer.body(new BegunResponse(begun.secret(), begun.otpauthUri()));
    }

    /// Turns the second factor on: from now on every sign-in and every step-up asks for a code. 401
    /// `CODE_INVALID`, also where no secret was made; 403 `FORBIDDEN` to a program with an API key;
    /// 409 `MFA_ALREADY_ON`.
    @PostMapping("/confirm")
    ResponseEntity<ConfirmedResponse> confirmTotp(
            Caller caller, IdempotencyKey key, @Valid @RequestBody ConfirmRequest body) {
        var outcome = enrolling.confirm(key, new AccountId(caller.id()), body.code());
        return Answered.with(
                outcome, new ConfirmedResponse(enrolling.recoveryCodesOf(outcome.id())));
    }

    /// Turns the second factor off and voids the recovery codes; another authenticator may follow.
    /// Staff without one cannot step up. 403 `FORBIDDEN` to a program with an API key; 409
    /// `MFA_OFF` where there is none.
    @StepUp
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeTotp(Caller caller) {
        removing.remove(new AccountId(caller.id()));
    }
}
