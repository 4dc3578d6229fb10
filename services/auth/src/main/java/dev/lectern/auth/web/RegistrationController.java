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

@RestController
@RequestMapping("/api/v1/auth")
class RegistrationController {

    record RegisterRequest(
            @NotNull String email,
            @NotNull String password,
            @NotNull String displayName,
            @NotNull String locale,
            @NotNull String timeZone,
            @NotNull @Size(max = 10) List<@Valid @NotNull Given> consents) {

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

    record RegisterResponse(String status) {}

    record VerifyRequest(@NotNull @Size(max = 100) String token) {}

    record ResendRequest(@NotNull String email) {}

    private final SigningUp signingUp;
    private final ConfirmingEmail confirming;

    RegistrationController(SigningUp signingUp, ConfirmingEmail confirming) {
        this.signingUp = signingUp;
        this.confirming = confirming;
    }

    @PostMapping("/register")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RegisterResponse> register(
            IdempotencyKey key, @Valid @RequestBody RegisterRequest body) {
        var outcome = signingUp.signUp(key, body.toCommand());
        var answer = ResponseEntity.status(HttpStatus.CREATED);
        if (outcome.replayed()) {
            answer.header("Idempotency-Replayed", "true");
        }
        return answer.body(new RegisterResponse("VERIFICATION_SENT"));
    }

    @PostMapping("/verify")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void verifyEmail(@Valid @RequestBody VerifyRequest body) {
        confirming.confirm(body.token());
    }

    @PostMapping("/verify/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void resendVerification(@Valid @RequestBody ResendRequest body, Locale locale) {
        confirming.sendAgain(new EmailAddress(body.email()), locale.toLanguageTag());
    }
}
