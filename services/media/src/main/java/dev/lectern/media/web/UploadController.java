package dev.lectern.media.web;

import dev.lectern.common.idempotency.Idempotency.Outcome;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Created;
import dev.lectern.media.application.UploadTicketView;
import dev.lectern.media.application.Uploading;
import dev.lectern.media.application.Uploading.Begin;
import dev.lectern.media.domain.DeclaredFile;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Videos that are about to be sent into the object store, straight from their owner's device.
@RestController
@RequestMapping("/api/v1/upload")
class UploadController {

    private final Uploading uploading;

    UploadController(Uploading uploading) {
        this.uploading = uploading;
    }

    /// @param fileName the bare name, without a path
    /// @param contentType MP4, QuickTime, WebM or MKV
    /// @param sizeBytes exactly as many bytes are taken
    /// @param sha256 of the whole file, as 64 hexadecimal digits in lower case
    /// @param userId the caller, if it is sent at all
    /// @param multipart whether to send parts; a file over 16 MiB is always sent so
    record BeginUploadRequest(
            @NotBlank @Size(max = 255) String fileName,
            @NotBlank @Size(max = 100) String contentType,
            @Positive long sizeBytes,
            @NotBlank @Size(max = 64) String sha256,
            @NotBlank @Size(max = 200) String title,
            @NotNull UUID courseId,
            @Nullable UUID userId,
            @Nullable Boolean multipart) {}

    /// Announces a video of a course the caller teaches and says where to send it. 403
    /// `USER_MISMATCH`; 413 `TOO_LARGE`; 415 `TYPE_NOT_ALLOWED`; 422 `QUOTA_EXCEEDED`; 404 for an
    /// unknown course and for everybody else's.
    @PostMapping
    ResponseEntity<UploadTicketView> beginUpload(
            @Valid @RequestBody BeginUploadRequest request, Caller caller) {
        var file =
                new DeclaredFile(
                        request.fileName(),
                        request.contentType(),
                        request.sizeBytes(),
                        request.sha256());
        var ticket =
                uploading.begin(
                        new Begin(
                                request.courseId(),
                                request.title(),
                                file,
                                request.userId(),
                                Boolean.TRUE.equals(request.multipart())),
                        caller);
        return Created.at("/api/v1/uploads/{id}", new Outcome(ticket.uploadId(), false), ticket);
    }
}
