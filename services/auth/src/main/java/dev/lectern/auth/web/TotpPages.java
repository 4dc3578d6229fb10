package dev.lectern.auth.web;

import dev.lectern.auth.application.ProvingSecondFactor;
import dev.lectern.common.problem.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The second step of a sign-in, after the right password: a code of the authenticator, or a
/// recovery code.
@Controller
class TotpPages {

    static final String PATH = "/login/totp";

    private static final String FACTOR = "FACTOR_TOTP";

    private final ProvingSecondFactor secondFactor;
    private final SignInSteps steps;
    private final HttpSessionSecurityContextRepository contexts =
            new HttpSessionSecurityContextRepository();

    TotpPages(ProvingSecondFactor secondFactor, SignInSteps steps) {
        this.secondFactor = secondFactor;
        this.steps = steps;
    }

    /// The form, or for a program the token it has to send with the code.
    @GetMapping(PATH)
    Object form(HttpServletRequest request, CsrfToken csrf) {
        if (SignInSteps.wantsJson(request)) {
            return ResponseEntity.ok(Map.of("csrfToken", csrf.getToken()));
        }
        return admitted() == null ? "redirect:/login" : "totp";
    }

    @PostMapping(PATH)
    @Nullable String prove(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        var admitted = admitted();
        if (admitted == null) {
            return "redirect:/login";
        }
        try {
            secondFactor.prove(SignInSteps.accountOf(admitted), code);
        } catch (Refusal refusal) {
            if (SignInSteps.wantsJson(request)) {
                throw refusal;
            }
            Correction.show(refusal, model, response);
            return "totp";
        }
        steps.signedIn(request, response, withFactor(admitted, request, response));
        return null;
    }

    /// Who has shown the right password in this session.
    private static @Nullable Authentication admitted() {
        var current = SecurityContextHolder.getContext().getAuthentication();
        var byPassword =
                current != null
                        && current.getAuthorities().stream()
                                .anyMatch(one ->
                                        FactorGrantedAuthority.PASSWORD_AUTHORITY.equals(
                                                one.getAuthority()));
        return byPassword ? current : null;
    }

    private Authentication withFactor(
            Authentication admitted, HttpServletRequest request, HttpServletResponse response) {
        var complete =
                admitted.toBuilder()
                        .authorities(all -> all.add(FactorGrantedAuthority.fromAuthority(FACTOR)))
                        .build();
        // Another session from here on, as after every step up in trust.
        request.changeSessionId();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(complete);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        return complete;
    }
}
