package dev.lectern.certificate.application;

import dev.lectern.paper.Paper;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/// Lays a certificate out as one sheet of paper.
@Component
class CertificatePaper {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final ITemplateEngine templates;
    private final CertificateSettings settings;

    CertificatePaper(ITemplateEngine templates, CertificateSettings settings) {
        this.templates = templates;
        this.settings = settings;
    }

    byte[] print(CertificateFacts facts) {
        return Paper.print(
                html(facts),
                settings.issuer(),
                facts.code(),
                facts.completedOn().atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private String html(CertificateFacts facts) {
        var verifyUrl = settings.verifyUrl(facts.code());
        var context =
                new Context(
                        Locale.ENGLISH,
                        Map.of(
                                "facts",
                                facts,
                                "nameDirection",
                                Paper.directionOf(facts.holderName()),
                                "titleDirection",
                                Paper.directionOf(facts.courseTitle()),
                                "completedOn",
                                DAY.format(facts.completedOn()),
                                "issuer",
                                settings.issuer(),
                                "verifyUrl",
                                verifyUrl,
                                "qrCode",
                                QrCode.dataUrl(verifyUrl)));
        context.setVariable("validUntil", lastDayOf(facts));
        return templates.process("certificate", context);
    }

    private static @Nullable String lastDayOf(CertificateFacts facts) {
        return facts.expiresAt() == null
                ? null
                : DAY.format(facts.expiresAt().atZone(ZoneOffset.UTC));
    }
}
