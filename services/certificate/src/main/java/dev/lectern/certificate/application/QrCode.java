package dev.lectern.certificate.application;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/// A text as a square for cameras.
final class QrCode {

    private static final int PIXELS_OF_A_MODULE = 8;

    private static final Map<EncodeHintType, ?> READABLE_WHEN_WORN =
            Map.of(
                    EncodeHintType.ERROR_CORRECTION,
                    ErrorCorrectionLevel.Q,
                    // The white around it that a camera needs, in modules.
                    EncodeHintType.MARGIN,
                    4);

    private QrCode() {}

    /// As an image that travels inside of a document.
    static String dataUrl(String text) {
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image(text), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException("a QR code cannot be written", e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }

    private static BufferedImage image(String text) {
        try {
            // Asked for one pixel it takes one for each module.
            var modules =
                    new QRCodeWriter()
                            .encode(text, BarcodeFormat.QR_CODE, 1, 1, READABLE_WHEN_WORN);
            var size = modules.getWidth() * PIXELS_OF_A_MODULE;
            var image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
            for (var y = 0; y < size; y++) {
                for (var x = 0; x < size; x++) {
                    var isDark = modules.get(x / PIXELS_OF_A_MODULE, y / PIXELS_OF_A_MODULE);
                    image.setRGB(x, y, isDark ? 0x000000 : 0xffffff);
                }
            }
            return image;
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text, e);
        }
    }
}
