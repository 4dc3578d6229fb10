package dev.lectern.media.domain;

import dev.lectern.common.problem.GenericRefusal;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// A file as its owner declares it before a byte is sent. All of it is bound into the signature of
/// the upload, and what arrives must be exactly this.
///
/// @param sha256 of all bytes, as 64 hexadecimal digits in lower case
@Embeddable
public record DeclaredFile(String fileName, String contentType, long sizeBytes, String sha256) {

    static final long MOST_BYTES = 5L << 30;

    /// Of an image or a file; it is sent in one piece and shown as it is.
    static final long MOST_ASSET_BYTES = 25L << 20;

    /// Of a picture that is shown beside a name.
    static final long MOST_PORTRAIT_BYTES = 5L << 20;

    /// The size of every part but the last.
    public static final long PART_BYTES = 16L << 20;

    private static final Set<String> VIDEO_TYPES =
            Set.of("video/mp4", "video/quicktime", "video/webm", "video/x-matroska");

    public DeclaredFile {
        if (!fileName.matches("[^/\\\\\\p{Cntrl}]{1,255}") || fileName.matches("\\.+")) {
            throw GenericRefusal.invalid("/fileName", "Send the bare name, without a path.");
        }
        if (sizeBytes <= 0) {
            throw GenericRefusal.invalid("/sizeBytes", "The file is empty.");
        }
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw GenericRefusal.invalid("/sha256", "Send 64 hexadecimal digits in lower case.");
        }
    }

    /// Refuses what is declared as anything but a video that can be taken.
    void requireVideo() {
        if (!VIDEO_TYPES.contains(contentType)) {
            throw MediaRefused.videoTypeNotAllowed(contentType);
        }
        requireAtMost(MOST_BYTES);
    }

    /// Refuses what is declared as anything but an image or a file that can be taken.
    AssetType requireAsset() {
        var type =
                AssetType.of(contentType)
                        .orElseThrow(() -> MediaRefused.assetTypeNotAllowed(contentType));
        requireAtMost(MOST_ASSET_BYTES);
        return type;
    }

    /// Refuses what is declared as anything but a picture of somebody's own that can be taken.
    AssetType requirePortrait() {
        var type =
                AssetType.of(contentType)
                        .filter(AssetType::isImage)
                        .orElseThrow(() -> MediaRefused.portraitTypeNotAllowed(contentType));
        requireAtMost(MOST_PORTRAIT_BYTES);
        return type;
    }

    private void requireAtMost(long most) {
        if (sizeBytes > most) {
            throw MediaRefused.tooLarge(most);
        }
    }

    /// Whether it must be sent in parts, each of which can be sent again alone.
    public boolean isLarge() {
        return sizeBytes > PART_BYTES;
    }

    /// The numbers of its parts, from 1.
    public List<Integer> partNumbers() {
        return IntStream.rangeClosed(1, (int) Math.ceilDiv(sizeBytes, PART_BYTES)).boxed().toList();
    }

    public long sizeOfPart(int number) {
        return Math.min(PART_BYTES, sizeBytes - (number - 1) * PART_BYTES);
    }
}
