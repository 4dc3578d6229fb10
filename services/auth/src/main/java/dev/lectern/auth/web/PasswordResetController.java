package dev.lectern.auth.web;

import dev.lectern.auth.application.ResettingPassword;
import dev.lectern.auth.domain.EmailAddress;
import dev.lectern.auth.domain.RawPassword;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/auth/password-reset")
class PasswordResetController {

    record AskRequest(@NotNull String email) {}

    record ResetRequest(@NotNull @Size(max = 100) String token, @NotNull String password) {}

    private final ResettingPassword resetting;

    PasswordResetController(ResettingPassword resetting) {
        this.resetting = resetting;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    void askForReset(@Valid @RequestBody AskRequest body, Locale locale) {
        resetting.ask(new EmailAddress(body.email()), locale.toLanguageTag());
    }

    @PostMapping("/confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resetPassword(@Valid @RequestBody ResetRequest body) {
        resetting.reset(body.token(), new RawPassword(body.password()));
    }
}
