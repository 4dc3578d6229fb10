package dev.lectern.media.domain;

import dev.lectern.common.problem.Refusal;

/// Why a video or a caption is not taken.
public final class MediaRefused extends Refusal {

    private MediaRefused(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static MediaRefused videoTypeNotAllowed(String type) {
        return typeNotAllowed(type, "MP4, QuickTime, WebM or MKV");
    }

    static MediaRefused assetTypeNotAllowed(String type) {
        return typeNotAllowed(type, "PNG, JPEG, WebP, GIF, PDF, ZIP, CSV or plain text");
    }

    static MediaRefused portraitTypeNotAllowed(String type) {
        return typeNotAllowed(type, "PNG, JPEG, WebP or GIF");
    }

    private static MediaRefused typeNotAllowed(String type, String taken) {
        return new MediaRefused(
                Kind.TYPE_UNSUPPORTED,
                "TYPE_NOT_ALLOWED",
                "The type \"" + type + "\" is not taken. Send " + taken + ".");
    }

    static Refusal tooLarge(long most) {
        return new MediaRefused(Kind.TOO_LARGE, "TOO_LARGE", "The file is larger than allowed.")
                .with("maxBytes", most);
    }

    /// The course has no room left for the file.
    public static Refusal quotaExceeded(long used, long quota) {
        return new MediaRefused(
                        Kind.RULE,
                        "QUOTA_EXCEEDED",
                        "The files of the course would take up more than allowed. Send a smaller"
                                + " one.")
                .with("usedBytes", used)
                .with("quotaBytes", quota);
    }

    /// Somebody has sent pictures of their own often enough for now.
    public static Refusal portraitsExceeded(int most, int days) {
        return new MediaRefused(
                        Kind.RULE,
                        "QUOTA_EXCEEDED",
                        "Nobody sends more than "
                                + most
                                + " pictures of their own in "
                                + days
                                + " days. Choose one of those, or wait.")
                .with("maxPictures", most);
    }

    /// Whoever uploads in the name of somebody else.
    public static MediaRefused userMismatch() {
        return new MediaRefused(
                Kind.FORBIDDEN, "USER_MISMATCH", "The userId is not yours. Leave it out.");
    }

    /// The store does not hold everything yet.
    public static MediaRefused partsMissing() {
        return new MediaRefused(
                Kind.CONFLICT,
                "PARTS_MISSING",
                "The store does not hold the whole file yet. Send what is missing first.");
    }

    static MediaRefused uploadFinished(VideoStatus status) {
        return new MediaRefused(
                Kind.CONFLICT,
                "UPLOAD_FINISHED",
                "The upload is over, the video is " + status + ".");
    }

    public static MediaRefused videoNotReady(VideoStatus status) {
        return new MediaRefused(
                Kind.CONFLICT,
                "VIDEO_NOT_READY",
                "The video cannot be played, it is " + status + ".");
    }

    public static MediaRefused notEnrolled() {
        return new MediaRefused(
                Kind.FORBIDDEN, "NOT_ENROLLED", "Enroll in the course to see this.");
    }

    public static MediaRefused lessonLocked() {
        return new MediaRefused(Kind.FORBIDDEN, "LESSON_LOCKED", "Another lesson comes first.");
    }

    static Refusal captionInvalid(int line, String reason) {
        return new MediaRefused(Kind.RULE, "CAPTION_INVALID", "Line " + line + ": " + reason)
                .with("line", line)
                .with("reason", reason);
    }
}
