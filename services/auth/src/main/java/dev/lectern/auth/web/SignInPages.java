package dev.lectern.auth.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SignInPages {

    private static final List<String> HINTS =
            List.of("refused", "unverified", "busy", "expired", "signed-out");

    @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE)
    String signIn(HttpServletRequest request, Model model) {
        HINTS.stream()
                .filter(hint -> request.getParameter(hint) != null)
                .findFirst()
                .ifPresent(hint -> model.addAttribute("hint", hint));
        return "login";
    }

    @GetMapping(path = "/login", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> signInToken(CsrfToken csrf) {
        return ResponseEntity.ok(Map.of("csrfToken", csrf.getToken()));
    }

    @GetMapping("/logout")
    String signOut() {
        return "logout";
    }
}
