package dev.lectern.auth.web;

import dev.lectern.auth.application.AuthSettings;
import dev.lectern.auth.application.ConfirmingEmail;
import dev.lectern.auth.application.NewProfile;
import dev.lectern.auth.application.SigningUp;
import dev.lectern.auth.domain.EmailAddress;
import dev.lectern.auth.domain.RawPassword;
import dev.lectern.common.idempotency.IdempotencyKey;
import dev.lectern.common.problem.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Registering and confirming an address without any script; a refusal becomes part of the page.
@Controller
class RegistrationPages {

    private static final String REGIONS =
            "UTC|(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+";
    private static final List<String> ZONES =
            ZoneId.getAvailableZoneIds().stream()
                    .filter(zone -> zone.matches(REGIONS))
                    .sorted()
                    .toList();

    private static final List<Locale> LANGUAGES =
            Stream.of("en", "es", "pt-BR", "ar").map(Locale::forLanguageTag).toList();

    /// What the form holds; the password is asked for again after a refusal.
    record Form(
            @Nullable String key,
            @Nullable String email,
            @Nullable String password,
            @Nullable String displayName,
            @Nullable String locale,
            @Nullable String timeZone,
            @Nullable List<String> consents) {

        static Form empty(Locale locale) {
            return new Form(
                    KeyGenerators.string().generateKey(),
                    null,
                    null,
                    null,
                    locale.toLanguageTag(),
                    "UTC",
                    List.of());
        }

        SigningUp.SignUp toCommand() {
            return new SigningUp.SignUp(
                    new EmailAddress(text(email)),
                    new RawPassword(text(password)),
                    new NewProfile(text(displayName), text(locale), text(timeZone)),
                    Objects.requireNonNullElse(consents, List.<String>of()).stream()
                            .map(consent -> consent.split(":", 2))
                            .filter(parts -> parts.length == 2)
                            .collect(
                                    Collectors.toMap(
                                            parts -> parts[0],
                                            parts -> parts[1],
                                            (first, second) -> second)));
        }

        IdempotencyKey idempotencyKey() {
            return new IdempotencyKey(text(key));
        }

        private static String text(@Nullable String value) {
            return Objects.requireNonNullElse(value, "");
        }
    }

    private final SigningUp signingUp;
    private final ConfirmingEmail confirming;
    private final AuthSettings settings;

    RegistrationPages(SigningUp signingUp, ConfirmingEmail confirming, AuthSettings settings) {
        this.signingUp = signingUp;
        this.confirming = confirming;
        this.settings = settings;
    }

    @GetMapping("/register")
    String form(Model model, Locale locale) {
        return form(model, Form.empty(locale));
    }

    @PostMapping("/register")
    String register(@ModelAttribute Form form, Model model, HttpServletResponse response) {
        try {
            signingUp.signUp(form.idempotencyKey(), form.toCommand());
        } catch (Refusal refusal) {
            // Another key: what was corrected is another intent.
            var again =
                    new Form(
                            KeyGenerators.string().generateKey(),
                            form.email(),
                            null,
                            form.displayName(),
                            form.locale(),
                            form.timeZone(),
                            form.consents());
            Correction.show(refusal, model, response);
            return form(model, again);
        }
        return done(model, "registered");
    }

    @GetMapping("/confirm-email")
    String confirmation(@RequestParam(defaultValue = "") String token, Model model) {
        model.addAttribute("token", token);
        return "confirm-email";
    }

    @PostMapping(path = "/confirm-email", params = "token")
    String confirm(@RequestParam String token, Model model, HttpServletResponse response) {
        try {
            confirming.confirm(token);
        } catch (Refusal refusal) {
            Correction.show(refusal, model, response);
            return "confirm-email";
        }
        return done(model, "confirmed");
    }

    @PostMapping(path = "/confirm-email", params = "email")
    String sendAgain(
            @RequestParam String email, Model model, HttpServletResponse response, Locale locale) {
        try {
            confirming.sendAgain(new EmailAddress(email), locale.toLanguageTag());
        } catch (Refusal refusal) {
            Correction.show(refusal, model, response);
            model.addAttribute("email", email);
            return "confirm-email";
        }
        return done(model, "registered");
    }

    private String form(Model model, Form form) {
        model.addAttribute("form", form);
        model.addAttribute("zones", ZONES);
        model.addAttribute("languages", LANGUAGES);
        model.addAttribute("documents", documents());
        return "register";
    }

    private Map<String, String> documents() {
        return new TreeMap<>(settings.consents());
    }

    private static String done(Model model, String what) {
        model.addAttribute("what", what);
        return "done";
    }
}
