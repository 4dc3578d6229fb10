package dev.lectern.certificate.web;

import dev.lectern.certificate.application.VerificationView;
import dev.lectern.certificate.signing.Issuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/// The page somebody with a printed certificate sees. It runs no script and loads nothing; its one
/// style sheet is named by its hash, so that nothing smuggled in could add another.
@Component
class VerificationPage {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final ITemplateEngine templates;
    private final Issuer issuer;
    private final String style;
    private final String policy;

    VerificationPage(ITemplateEngine templates, Issuer issuer) {
        this.templates = templates;
        this.issuer = issuer;
        this.style = styleSheet();
        this.policy =
                "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                        .formatted(sha256(style));
    }

    ResponseEntity<String> of(Optional<VerificationView> verification) {
        var status = verification.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND;
        return ResponseEntity.status(status)
                .contentType(HTML)
                .header("Content-Security-Policy", policy)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .body(verification.map(this::found).orElseGet(this::notFound));
    }

    private String found(VerificationView view) {
        return render(
                Map.of(
                        "verdict",
                        view.verdict(),
                        "view",
                        view,
                        "completedOn",
                        DAY.format(view.completedOn())));
    }

    private String notFound() {
        return render(Map.of("verdict", "UNKNOWN"));
    }

    private String render(Map<String, Object> model) {
        var context = new Context(Locale.ENGLISH, model);
        context.setVariable("style", style);
        context.setVariable("issuer", issuer.did());
        return templates.process("verify", context);
    }

    private static String styleSheet() {
        try {
            return new ClassPathResource("templates/verify.css")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the style of the page cannot be read", e);
        }
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
