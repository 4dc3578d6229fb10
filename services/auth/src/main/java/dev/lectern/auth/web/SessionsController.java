package dev.lectern.auth.web;

import dev.lectern.auth.application.OpenSessions;
import dev.lectern.auth.application.SigningOut;
import dev.lectern.auth.domain.AccountId;
import dev.lectern.auth.domain.SignInId;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Where the caller is signed in.
@RestController
@RequestMapping("/api/v1/auth/sessions")
class SessionsController {

    private final OpenSessions sessions;
    private final SigningOut signingOut;

    SessionsController(OpenSessions sessions, SigningOut signingOut) {
        this.sessions = sessions;
        this.signingOut = signingOut;
    }

    /// Lists the caller's sessions, newest first. 403 `FORBIDDEN` to a program with an API key.
    @GetMapping
    Page<OpenSessions.SessionView> listSessions(
            Caller caller, @AuthenticationPrincipal Jwt token, PageQuery query) {
        var rows = sessions.of(new AccountId(caller.id()), currentOf(token), query);
        return Page.of(rows, query, OpenSessions.SessionView::id);
    }

    /// Ends one of the caller's sessions. Its access token lives on for at most ten minutes. 403
    /// `FORBIDDEN` to a program with an API key.
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSession(Caller caller, @PathVariable UUID id) {
        signingOut.revoke(new SignInId(id), new AccountId(caller.id()));
    }

    /// Ends all of the caller's sessions, this one included. 403 `FORBIDDEN` to a program with an
    /// API key; 404 for an account that is gone.
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endAllSessions(Caller caller) {
        signingOut.everywhere(new AccountId(caller.id()));
    }

    private static Optional<SignInId> currentOf(Jwt token) {
        return Optional.ofNullable(token.getClaimAsString("sid"))
                .map(sid -> new SignInId(UUID.fromString(sid)));
    }
}
