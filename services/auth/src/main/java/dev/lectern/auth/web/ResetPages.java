package dev.lectern.auth.web;

import dev.lectern.auth.application.ResettingPassword;
import dev.lectern.auth.domain.EmailAddress;
import dev.lectern.auth.domain.RawPassword;
import dev.lectern.common.problem.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Asking for a new password and setting it, without any script.
@Controller
@RequestMapping("/reset")
class ResetPages {

    private final ResettingPassword resetting;

    ResetPages(ResettingPassword resetting) {
        this.resetting = resetting;
    }

    @GetMapping
    String form(@RequestParam(defaultValue = "") String token, Model model) {
        model.addAttribute("token", token);
        return "reset";
    }

    @PostMapping(params = "email")
    String ask(
            @RequestParam String email, Model model, HttpServletResponse response, Locale locale) {
        try {
            resetting.ask(new EmailAddress(email), locale.toLanguageTag());
        } catch (Refusal refusal) {
            Correction.show(refusal, model, response);
            model.addAttribute("email", email);
            return "reset";
        }
        return done(model, "reset-asked");
    }

    @PostMapping(params = "token")
    String reset(
            @RequestParam String token,
            @RequestParam String password,
            Model model,
            HttpServletResponse response) {
        try {
            resetting.reset(token, new RawPassword(password));
        } catch (Refusal refusal) {
            Correction.show(refusal, model, response);
            model.addAttribute("token", refusal.code().equals("TOKEN_INVALID") ? "" : token);
            return "reset";
        }
        return done(model, "reset-done");
    }

    private static String done(Model model, String what) {
        model.addAttribute("what", what);
        return "done";
    }
}
