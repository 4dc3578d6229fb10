package dev.lectern.paper;

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
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;

/// Lays XHTML out on paper, as an accessible PDF. Nothing in it depends on the moment or the
/// machine: fonts are our own, nothing is loaded from elsewhere, and what changes from run to run
/// is fixed. A page names the font families `NotoSerif-Regular`, `NotoNaskhArabic-Regular`,
/// `NotoSerifHebrew-Regular`, `NotoSerifArmenian-Regular` and `NotoSerifGeorgian-Regular`.
public final class Paper {

    /// The first that has a character draws it.
    private static final List<String> FONTS =
            List.of(
                    "NotoSerif-Regular",
                    "NotoNaskhArabic-Regular",
                    "NotoSerifHebrew-Regular",
                    "NotoSerifArmenian-Regular",
                    "NotoSerifGeorgian-Regular");

    static {
        // Left to itself it writes to the console, past every log and its level.
        XRLog.setLoggerImpl(new Slf4jLogger());
    }

    private Paper() {}

    /// Prints a page; the same arguments give the same bytes.
    ///
    /// @param id tells one document from another
    /// @param made what the document says of when it was made
    public static byte[] print(String xhtml, String producer, String id, Instant made) {
        var bytes = new ByteArrayOutputStream();
        try (var renderer = builder(xhtml, producer).buildPdfRenderer();
                var document = laidOut(renderer)) {
            fix(document, id, made);
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be printed: " + id, e);
        }
        return bytes.toByteArray();
    }

    /// Which way a text is read, as the `dir` of an element: `ltr` or `rtl`.
    public static String directionOf(String text) {
        return new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight()
                ? "ltr"
                : "rtl";
    }

    private static PdfRendererBuilder builder(String xhtml, String producer) {
        var builder =
                new PdfRendererBuilder()
                        .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                        .useUnicodeBidiReorderer(new ICUBidiReorderer())
                        .useExternalResourceAccessControl(
                                (uri, type) -> uri.startsWith("data:"),
                                ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                        .usePdfUaAccessibility(true)
                        .withProducer(producer)
                        .withHtmlContent(xhtml, null);
        FONTS.forEach(font -> builder.useFont(() -> font(font), font));
        return builder;
    }

    private static PDDocument laidOut(PdfBoxRenderer renderer) throws IOException {
        renderer.layout();
        return renderer.createPDFKeepOpen();
    }

    private static InputStream font(String name) {
        var file = "/fonts/" + name + ".ttf";
        return Objects.requireNonNull(Paper.class.getResourceAsStream(file), file);
    }

    /// What a PDF says of its making would otherwise be different each time.
    private static void fix(PDDocument document, String name, Instant made) {
        var time = GregorianCalendar.from(made.atZone(ZoneOffset.UTC));
        var about = document.getDocumentInformation();
        about.setCreationDate(time);
        about.setModificationDate(time);
        var id = new CRC32();
        id.update(name.getBytes(StandardCharsets.UTF_8));
        document.setDocumentId(id.getValue());
    }
}
