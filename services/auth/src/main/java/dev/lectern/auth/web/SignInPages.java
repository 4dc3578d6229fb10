package dev.lectern.auth.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SignInPages {

    private static final List<String> HINTS =
            List.of("refused", "unverified", "busy", "expired", "signed-out");

    /// The form, or for a program the token it has to send with the password.
    @GetMapping("/login")
    Object signIn(HttpServletRequest request, CsrfToken csrf, Model model) {
        if (SignInSteps.wantsJson(request)) {
            return ResponseEntity.ok(Map.of("csrfToken", csrf.getToken()));
        }
        HINTS.stream()
                .filter(hint -> request.getParameter(hint) != null)
                .findFirst()
                .ifPresent(hint -> model.addAttribute("hint", hint));
        TypedAddress.take(request).ifPresent(typed -> model.addAttribute("typed", typed));
        return "login";
    }

    @GetMapping("/logout")
    String signOut() {
        return "logout";
    }
}
