package dev.lectern.auth.web;

import dev.lectern.auth.application.ConfirmingEmail;
import dev.lectern.auth.application.NewProfile;
import dev.lectern.auth.application.SigningUp;
import dev.lectern.auth.domain.EmailAddress;
import dev.lectern.auth.domain.RawPassword;
import dev.lectern.common.idempotency.IdempotencyKey;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// A newcomer's way to an account.
@RestController
@RequestMapping("/api/v1/auth")
class RegistrationController {

    /// What a newcomer tells.
    ///
    /// @param email where the link to confirm is sent, for example `ada@example.com`
    /// @param password 8 to 128 characters, for example `correct horse battery`
    /// @param displayName 1 to 100 characters on one line, without markup, for example `Ada`
    /// @param locale a BCP 47 tag, for example `en`
    /// @param timeZone a name of the tz database, for example `Europe/Warsaw`
    /// @param consents the documents the newcomer accepts
    record RegisterRequest(
            @NotNull String email,
            @NotNull String password,
            @NotNull String displayName,
            @NotNull String locale,
            @NotNull String timeZone,
            @NotNull @Size(max = 10) List<@Valid @NotNull Given> consents) {

        /// A document that is accepted.
        ///
        /// @param document its name, for example `terms`
        /// @param version the version in force
        record Given(
                @NotNull @Size(max = 50) String document,
                @NotNull @Size(max = 20) String version) {}

        SigningUp.SignUp toCommand() {
            return new SigningUp.SignUp(
                    new EmailAddress(email),
                    new RawPassword(password),
                    new NewProfile(displayName, locale, timeZone),
                    consents.stream()
                            .collect(
                                    Collectors.toMap(
                                            Given::document,
                                            Given::version,
                                            (first, second) -> second)));
        }
    }

    /// What happens next.
    ///
    /// @param status VERIFICATION_SENT
    record RegisterResponse(String status) {}

    /// @param token from the link in the letter
    record VerifyRequest(@NotNull @Size(max = 100) String token) {}

    /// @param email the address to confirm, for example `ada@example.com`
    record ResendRequest(@NotNull String email) {}

    private final SigningUp signingUp;
    private final ConfirmingEmail confirming;

    RegistrationController(SigningUp signingUp, ConfirmingEmail confirming) {
        this.signingUp = signingUp;
        this.confirming = confirming;
    }

    /// Registers an account and mails a link to confirm the address. A known address gets the same
    /// answer, and its owner another letter. 422 `PASSWORD_WEAK`, `PASSWORD_LEAKED` or
    /// `CONSENT_REQUIRED`.
    @PostMapping("/register")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RegisterResponse> registerAccount(
            IdempotencyKey key, @Valid @RequestBody RegisterRequest body) {
        var outcome = signingUp.signUp(key, body.toCommand());
        var answer = ResponseEntity.status(HttpStatus.CREATED);
        if (outcome.replayed()) {
            answer.header("Idempotency-Replayed", "true");
        }
        return answer.body(new RegisterResponse("VERIFICATION_SENT"));
    }

    /// Confirms an address by the token that was mailed to it. 422 `TOKEN_INVALID`.
    @PostMapping("/verify")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void verifyEmail(@Valid @RequestBody VerifyRequest body) {
        confirming.confirm(body.token());
    }

    /// Mails the link once more, if the address waits for one. The answer is the same where it does
    /// not.
    @PostMapping("/verify/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void resendVerification(@Valid @RequestBody ResendRequest body, Locale locale) {
        confirming.sendAgain(new EmailAddress(body.email()), locale.toLanguageTag());
    }
}
