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

/// A way back in for somebody who forgot the password.
@RestController
@RequestMapping("/api/v1/auth/password-reset")
class PasswordResetController {

    /// @param email the address of the account, for example `ada@example.com`
    record AskRequest(@NotNull String email) {}

    /// @param token from the link in the letter
    /// @param password the new one: 8 to 128 characters, for example `correct horse battery`
    record ResetRequest(@NotNull @Size(max = 100) String token, @NotNull String password) {}

    private final ResettingPassword resetting;

    PasswordResetController(ResettingPassword resetting) {
        this.resetting = resetting;
    }

    /// Mails a link to set a new password, if there is such an account. The answer is the same
    /// where there is none.
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    void askForPasswordReset(@Valid @RequestBody AskRequest body, Locale locale) {
        resetting.ask(new EmailAddress(body.email()), locale.toLanguageTag());
    }

    /// Sets a new password and ends every session. A password that is refused leaves the link
    /// usable. 422 `TOKEN_INVALID`, `PASSWORD_WEAK` or `PASSWORD_LEAKED`.
    @PostMapping("/confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resetPassword(@Valid @RequestBody ResetRequest body) {
        resetting.reset(body.token(), new RawPassword(body.password()));
    }
}
