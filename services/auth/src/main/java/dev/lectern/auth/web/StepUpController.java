package dev.lectern.auth.web;

import dev.lectern.auth.application.SteppingUp;
import dev.lectern.auth.domain.AccountId;
import dev.lectern.auth.domain.RawPassword;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Proving again who one is.
@RestController
class StepUpController {

    /// One of the two.
    ///
    /// @param code of the authenticator, or a recovery code, for example `492039`; null where the
    ///   account has no second factor
    /// @param password where there is no second factor and the role is not one of staff; null where
    ///   a code is sent
    record StepUpRequest(@Nullable @Size(max = 40) String code, @Nullable String password) {}

    /// @param stepUpToken to be sent as `Step-Up` beside the access token
    /// @param expiresAt five minutes from now
    record StepUpResponse(String stepUpToken, Instant expiresAt) {}

    private final SteppingUp steppingUp;

    StepUpController(SteppingUp steppingUp) {
        this.steppingUp = steppingUp;
    }

    /// Gives a token for operations that need `Step-Up`, to somebody who proves again to be the
    /// caller. After too many wrong codes none is looked at for a while, as `Retry-After` says. 401
    /// `CODE_INVALID`, for a wrong password too; 403 `MFA_REQUIRED` for staff without a second
    /// factor, `FORBIDDEN` to a program with an API key; 404 for an account that is gone.
    @PostMapping("/api/v1/auth/step-up")
    ResponseEntity<StepUpResponse> stepUp(Caller caller, @Valid @RequestBody StepUpRequest body) {
        if ((body.code() == null) == (body.password() == null)) {
            throw GenericRefusal.invalid("/code", "Send either a code or a password.");
        }
        var proof =
                steppingUp.stepUp(
                        new AccountId(caller.id()),
                        Optional.ofNullable(body.code()),
                        Optional.ofNullable(body.password()).map(RawPassword::new));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new StepUpResponse(proof.token(), proof.expiresAt()));
    }
}
