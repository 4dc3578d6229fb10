package dev.lectern.auth.web;

import dev.lectern.auth.application.OpeningSignIns;
import dev.lectern.auth.application.ProvingSecondFactor;
import dev.lectern.auth.application.SigningOut;
import dev.lectern.auth.domain.AccountId;
import dev.lectern.auth.domain.Device;
import dev.lectern.auth.domain.SignInId;
import dev.lectern.common.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What follows a right or wrong password and a logout, for a page and for a program alike.
@Component
class SignInSteps
        implements AuthenticationSuccessHandler,
                AuthenticationFailureHandler,
                AccessDeniedHandler,
                LogoutHandler {

    private static final String SIGN_IN = "lectern.sign-in";
    private static final Duration STAYS = Duration.ofHours(8);

    private final OpeningSignIns opening;
    private final ProvingSecondFactor secondFactor;
    private final SigningOut signingOut;
    private final RequestCache interrupted;
    private final ProblemWriter problems;
    private final JsonMapper json;

    SignInSteps(
            OpeningSignIns opening,
            ProvingSecondFactor secondFactor,
            SigningOut signingOut,
            RequestCache interrupted,
            ProblemWriter problems,
            JsonMapper json) {
        this.opening = opening;
        this.secondFactor = secondFactor;
        this.signingOut = signingOut;
        this.interrupted = interrupted;
        this.problems = problems;
        this.json = json;
    }

    /// Details of a password check: they travel with the authentication into every token, so they
    /// name the sign-in it will become, and not the address it came from.
    static WebAuthenticationDetails details(HttpServletRequest request) {
        return new WebAuthenticationDetails("", SignInId.next().toString());
    }

    static boolean wantsJson(HttpServletRequest request) {
        var accept = String.valueOf(request.getHeader("Accept"));
        return accept.contains(MediaType.APPLICATION_JSON_VALUE)
                && !accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication admitted)
            throws IOException {
        if (secondFactor.isAskedOf(accountOf(admitted))) {
            // No sign-in yet, so no token either, whatever is asked with this session.
            goOn(request, response, TotpPages.PATH);
        } else {
            signedIn(request, response, admitted);
        }
    }

    /// Everything asked for was shown.
    void signedIn(HttpServletRequest request, HttpServletResponse response, Authentication admitted)
            throws IOException {
        remember(request, admitted);
        goOn(request, response, next(request, response));
    }

    static AccountId accountOf(Authentication admitted) {
        return new AccountId(UUID.fromString(admitted.getName()));
    }

    private void goOn(HttpServletRequest request, HttpServletResponse response, String next)
            throws IOException {
        if (!wantsJson(request)) {
            response.sendRedirect(next);
            return;
        }
        var answer = new TreeMap<>(Map.of("next", next));
        // The sign-in made the token of the form before worthless.
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken csrf) {
            answer.put("csrfToken", csrf.getToken());
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(response.getOutputStream(), answer);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        switch (e) {
            case DisabledException _ ->
                    refuse(
                            request,
                            response,
                            HttpStatus.FORBIDDEN,
                            "EMAIL_UNVERIFIED",
                            "Confirm your e-mail address first: follow the link we mailed.",
                            "unverified");
            case AuthenticationServiceException _ ->
                    refuse(
                            request,
                            response,
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "UNAVAILABLE",
                            "Too many people sign in at this moment. Try again.",
                            "busy");
            default ->
                    refuse(
                            request,
                            response,
                            HttpStatus.UNAUTHORIZED,
                            "BAD_CREDENTIALS",
                            "The e-mail address or the password is wrong, or there were too many"
                                    + " attempts.",
                            "refused");
        }
    }

    /// The form was older than its session.
    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        refuse(
                request,
                response,
                HttpStatus.FORBIDDEN,
                "CSRF_INVALID",
                "Read the form again and send its token.",
                "expired");
    }

    @Override
    public void logout(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication authentication) {
        var session = request.getSession(false);
        if (session != null) {
            signInOf(session).ifPresent(signingOut::signOut);
            session.invalidate();
        }
    }

    private void remember(HttpServletRequest request, Authentication admitted) {
        if (!(admitted.getDetails() instanceof WebAuthenticationDetails details)
                || details.getSessionId() == null) {
            throw new IllegalStateException("a sign-in without a name");
        }
        var session = request.getSession();
        var id = new SignInId(UUID.fromString(details.getSessionId()));
        if (signInOf(session).filter(id::equals).isPresent()) {
            // Signed in before the second factor was turned on, and now with it.
            opening.move(id, session.getId());
            return;
        }
        opening.open(
                new OpeningSignIns.Open(
                        id,
                        accountOf(admitted),
                        session.getId(),
                        Device.from(request.getHeader("User-Agent")),
                        signInOf(session)));
        session.setAttribute(SIGN_IN, id.toString());
        session.setMaxInactiveInterval(Math.toIntExact(STAYS.toSeconds()));
    }

    private static Optional<SignInId> signInOf(HttpSession session) {
        return Optional.ofNullable((String) session.getAttribute(SIGN_IN))
                .map(id -> new SignInId(UUID.fromString(id)));
    }

    /// Where the visitor was going, as a path of this origin and nowhere else.
    private String next(HttpServletRequest request, HttpServletResponse response) {
        var saved = interrupted.getRequest(request, response);
        if (saved == null) {
            return "/";
        }
        var target = URI.create(saved.getRedirectUrl());
        var query = target.getRawQuery();
        return query == null ? target.getRawPath() : target.getRawPath() + "?" + query;
    }

    private void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String code,
            String detail,
            String pageHint)
            throws IOException {
        if (wantsJson(request)) {
            problems.write(request, response, status, code, detail);
        } else {
            TypedAddress.keep(request);
            response.sendRedirect("/login?" + pageHint);
        }
    }
}
