package dev.lectern.certificate.application;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Bidi;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/// Lays a certificate out as one sheet of paper. Nothing in it depends on the moment or the
/// machine: fonts are our own, nothing is loaded from elsewhere, and what changes from run to run
/// is fixed.
@Component
class CertificatePaper {

    /// The first that has a character draws it.
    private static final List<String> FONTS =
            List.of(
                    "NotoSerif-Regular",
                    "NotoNaskhArabic-Regular",
                    "NotoSerifHebrew-Regular",
                    "NotoSerifArmenian-Regular",
                    "NotoSerifGeorgian-Regular");

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    static {
        // Left to itself it writes to the console, past every log and its level.
        XRLog.setLoggerImpl(new Slf4jLogger());
    }

    private final ITemplateEngine templates;
    private final CertificateSettings settings;

    CertificatePaper(ITemplateEngine templates, CertificateSettings settings) {
        this.templates = templates;
        this.settings = settings;
    }

    byte[] print(CertificateFacts facts) {
        var bytes = new ByteArrayOutputStream();
        try (var renderer = builder(facts).buildPdfRenderer();
                var document = laidOut(renderer)) {
            fix(document, facts);
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("a certificate cannot be printed", e);
        }
        return bytes.toByteArray();
    }

    private PdfRendererBuilder builder(CertificateFacts facts) {
        var builder =
                new PdfRendererBuilder()
                        .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                        .useUnicodeBidiReorderer(new ICUBidiReorderer())
                        .useExternalResourceAccessControl(
                                (uri, type) -> uri.startsWith("data:"),
                                ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                        .usePdfUaAccessibility(true)
                        .withProducer(settings.issuer())
                        .withHtmlContent(html(facts), null);
        FONTS.forEach(font -> builder.useFont(() -> font(font), font));
        return builder;
    }

    private static PDDocument laidOut(PdfBoxRenderer renderer) throws IOException {
        renderer.layout();
        return renderer.createPDFKeepOpen();
    }

    private static InputStream font(String name) {
        var file = "/fonts/" + name + ".ttf";
        return Objects.requireNonNull(CertificatePaper.class.getResourceAsStream(file), file);
    }

    private String html(CertificateFacts facts) {
        var verifyUrl = settings.verifyUrl(facts.code());
        return templates.process(
                "certificate",
                new Context(
                        Locale.ENGLISH,
                        Map.of(
                                "facts",
                                facts,
                                "nameDirection",
                                directionOf(facts.holderName()),
                                "titleDirection",
                                directionOf(facts.courseTitle()),
                                "completedOn",
                                DAY.format(facts.completedOn()),
                                "issuer",
                                settings.issuer(),
                                "verifyUrl",
                                verifyUrl,
                                "qrCode",
                                QrCode.dataUrl(verifyUrl))));
    }

    private static String directionOf(String text) {
        return new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight()
                ? "ltr"
                : "rtl";
    }

    /// What a PDF says of its making would otherwise be different each time.
    private static void fix(PDDocument document, CertificateFacts facts) {
        var day = facts.completedOn().atStartOfDay(ZoneOffset.UTC);
        var about = document.getDocumentInformation();
        about.setCreationDate(GregorianCalendar.from(day));
        about.setModificationDate(GregorianCalendar.from(day));
        var id = new CRC32();
        id.update(facts.code().getBytes(StandardCharsets.US_ASCII));
        document.setDocumentId(id.getValue());
    }
}
