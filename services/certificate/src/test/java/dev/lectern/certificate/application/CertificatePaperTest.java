package dev.lectern.certificate.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.lectern.certificate.domain.CertificateStatus;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/// The sheet of paper, read back as a reader and a camera would.
class CertificatePaperTest {

    private static final String CODE = "7Q9KX2M4N8P1R3S5T6V0WZYABC";
    private static final String VERIFY_URL = "https://lectern.example/verify/" + CODE;

    private final CertificatePaper paper = aPaper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Łukasz Żółć",
                "ليلى حداد",
                "محمد علی پورچی گلزار",
                "נועה לוי",
                "Ελένη Παπαδοπούλου",
                "Юлия Цветаева",
                "Nguyễn Thị Ánh",
                "Գայանե Սարգսյան",
                "ქეთევან ბერიძე",
                "O'Neill & Söhne"
            })
    void namesTheHolderInTheirOwnScript(String name) throws IOException {
        var sheet = read(paper.print(aCertificate(name, "Signals and Sampling")));

        assertThat(sheet.text()).contains(name);
        assertThat(sheet.missing()).isEmpty();
        assertThat(sheet.fontsNotEmbedded()).isEmpty();
    }

    @Test
    void joinsArabicLettersAndSetsThemFromTheRight() throws IOException {
        var sheet = read(paper.print(aCertificate("ليلى", "Signals and Sampling")));

        // lam initial, yeh medial, lam medial, alef maksura final, drawn from right to left
        var letters =
                sheet.glyphs().stream()
                        .filter(glyph -> glyph.text().charAt(0) >= '\ufe70')
                        .toList();
        assertThat(letters)
                .extracting(Glyph::text)
                .containsExactlyInAnyOrder("\ufedf", "\ufef4", "\ufee0", "\ufef0");
        assertThat(letters.stream().sorted((a, b) -> Float.compare(b.x(), a.x())).toList())
                .extracting(Glyph::text)
                .containsExactly("\ufedf", "\ufef4", "\ufee0", "\ufef0");
    }

    @Test
    void statesTheCourseTheDayTheVersionAndTheCode() throws IOException {
        var sheet = read(paper.print(aCertificate("Ida Berg", "الإشارات Signals 2")));

        assertThat(sheet.text())
                .contains("Certificate of completion", "Signals 2", "2 October 2026, version 3")
                .contains(CODE, VERIFY_URL);
        assertThat(sheet.text().toUpperCase(Locale.ROOT)).contains("LECTERN");
        assertThat(sheet.pages()).isEqualTo(1);
    }

    @Test
    void carriesACodeForCamerasThatLeadsToTheCheck() throws Exception {
        var pdf = paper.print(aCertificate("Ida Berg", "Signals and Sampling"));

        try (var document = Loader.loadPDF(pdf)) {
            var image = new PDFRenderer(document).renderImageWithDPI(0, 150);
            var pixels =
                    image.getRGB(
                            0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
            var read = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)));

            assertThat(read.getText()).isEqualTo(VERIFY_URL);
        }
    }

    @Test
    void isTheSameToTheLastByteEachTime() {
        var certificate = aCertificate("Łukasz ليلى", "Signals and Sampling");
        var zone = TimeZone.getDefault();
        var first = paper.print(certificate);
        byte[] again;
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            again = aPaper().print(certificate);
        } finally {
            TimeZone.setDefault(zone);
        }

        assertThat(again).isEqualTo(first);
    }

    @Test
    void printsMarkupInANameAsWhatItIs() throws IOException {
        var name = "<img src=\"http://127.0.0.1:1/x\"/><b>Ida</b> &amp; <script>";

        var sheet = read(paper.print(aCertificate(name, "<h1>Course</h1>")));

        assertThat(sheet.text().replaceAll("\\s+", " ")).contains(name).contains("<h1>Course</h1>");
    }

    @Test
    void keepsTheLongestNamesAndTitlesOnOneSheet() throws IOException {
        var name = "Wolfeschlegelsteinhausenbergerdorff ".repeat(3).substring(0, 100);
        var title = "Advanced Signals, Sampling and Reconstruction in Theory ".repeat(4);

        var sheet = read(paper.print(aCertificate(name, title.substring(0, 200))));

        assertThat(sheet.pages()).isEqualTo(1);
        assertThat(sheet.text().replaceAll("\\s+", " "))
                .contains(name.strip(), title.strip().substring(0, 190));
        // What belongs at the foot of the sheet is not written over.
        var foot = 161 / 25.4f * 72;
        assertThat(sheet.glyphs())
                .filteredOn(glyph -> glyph.size() > 13 && glyph.y() > foot)
                .isEmpty();
    }

    private static CertificateFacts aCertificate(String holder, String title) {
        return new CertificateFacts(
                CODE, holder, title, 3, LocalDate.of(2026, 10, 2), CertificateStatus.ISSUED, null);
    }

    private static CertificatePaper aPaper() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return new CertificatePaper(
                engine,
                new CertificateSettings(URI.create("https://lectern.example"), "Lectern", null));
    }

    private record Glyph(String text, float x, float y, float size) {}

    private record Sheet(
            String text,
            int pages,
            List<Glyph> glyphs,
            List<String> missing,
            List<String> fontsNotEmbedded) {}

    private static Sheet read(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var reader = new Reader();
            var text = reader.getText(document);
            return new Sheet(
                    text,
                    document.getNumberOfPages(),
                    reader.glyphs,
                    reader.missing,
                    notEmbedded(document));
        }
    }

    private static List<String> notEmbedded(PDDocument document) throws IOException {
        var names = new ArrayList<String>();
        for (var page : document.getPages()) {
            for (var name : page.getResources().getFontNames()) {
                var font = page.getResources().getFont(name);
                if (!font.isEmbedded()) {
                    names.add(font.getName());
                }
            }
        }
        return names;
    }

    private static final class Reader extends PDFTextStripper {

        private final List<Glyph> glyphs = new ArrayList<>();
        private final List<String> missing = new ArrayList<>();

        @Override
        protected void processTextPosition(TextPosition position) {
            glyphs.add(
                    new Glyph(
                            position.getUnicode(),
                            position.getX(),
                            position.getY(),
                            position.getFontSizeInPt()));
            var font = (PDType0Font) position.getFont();
            for (var code : position.getCharacterCodes()) {
                // Glyph 0 is the box a font shows for what it lacks, # what the printer puts
                // instead.
                if (glyphOf(font, code) == 0 || position.getUnicode().equals("#")) {
                    missing.add(position.getUnicode());
                }
            }
            super.processTextPosition(position);
        }

        private static int glyphOf(PDType0Font font, int code) {
            try {
                return font.codeToGID(code);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
