package dev.lectern.media.application;

import com.drew.imaging.FileType;
import com.drew.imaging.FileTypeDetector;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.MetadataException;
import com.drew.metadata.gif.GifHeaderDirectory;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.png.PngDirectory;
import com.drew.metadata.webp.WebpDirectory;
import dev.lectern.media.domain.AssetType;
import dev.lectern.media.domain.Picture;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the bytes of a file say it is, whatever its name and its declaration say.
final class Contents {

    /// Where the formats say how large a picture is.
    private record Size(Class<? extends Directory> in, int width, int height) {}

    private static final List<Size> SIZES =
            List.of(
                    new Size(
                            PngDirectory.class,
                            PngDirectory.TAG_IMAGE_WIDTH,
                            PngDirectory.TAG_IMAGE_HEIGHT),
                    new Size(
                            JpegDirectory.class,
                            JpegDirectory.TAG_IMAGE_WIDTH,
                            JpegDirectory.TAG_IMAGE_HEIGHT),
                    new Size(
                            WebpDirectory.class,
                            WebpDirectory.TAG_IMAGE_WIDTH,
                            WebpDirectory.TAG_IMAGE_HEIGHT),
                    new Size(
                            GifHeaderDirectory.class,
                            GifHeaderDirectory.TAG_IMAGE_WIDTH,
                            GifHeaderDirectory.TAG_IMAGE_HEIGHT));

    private Contents() {}

    static boolean are(AssetType type, Path file) throws IOException {
        return switch (type) {
            case PNG -> detected(file) == FileType.Png && picture(file).isPresent();
            case JPEG -> detected(file) == FileType.Jpeg && picture(file).isPresent();
            case WEBP -> detected(file) == FileType.WebP && picture(file).isPresent();
            case GIF -> detected(file) == FileType.Gif && picture(file).isPresent();
            case PDF -> beginsWith(file, "%PDF-");
            case ZIP -> beginsWith(file, "PK\u0003\u0004");
            case CSV, TEXT -> isText(file);
        };
    }

    /// How large a picture is; absent for what is none, or is broken.
    static Optional<Picture> picture(Path file) throws IOException {
        try {
            var found = ImageMetadataReader.readMetadata(file.toFile());
            for (var size : SIZES) {
                var directory = found.getFirstDirectoryOfType(size.in());
                if (directory != null && directory.containsTag(size.width())) {
                    return Optional.of(
                                    new Picture(
                                            directory.getInt(size.width()),
                                            directory.getInt(size.height())))
                            .filter(picture -> picture.width() > 0 && picture.height() > 0);
                }
            }
            return Optional.empty();
        } catch (ImageProcessingException | MetadataException broken) {
            return Optional.empty();
        }
    }

    private static FileType detected(Path file) throws IOException {
        try (var bytes = new BufferedInputStream(Files.newInputStream(file))) {
            return FileTypeDetector.detectFileType(bytes);
        }
    }

    private static boolean beginsWith(Path file, String signature) throws IOException {
        var expected = signature.getBytes(StandardCharsets.ISO_8859_1);
        try (var bytes = Files.newInputStream(file)) {
            return ByteBuffer.wrap(bytes.readNBytes(expected.length))
                    .equals(ByteBuffer.wrap(expected));
        }
    }

    /// All of it, in UTF-8 and without NUL: it is at most as large as an asset may be.
    private static boolean isText(Path file) throws IOException {
        try {
            return Files.readString(file).indexOf('\0') < 0;
        } catch (CharacterCodingException binary) {
            return false;
        }
    }
}
