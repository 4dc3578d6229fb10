package dev.lectern.media.web;

import dev.lectern.common.idempotency.Idempotency;
import dev.lectern.common.idempotency.IdempotencyKey;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Created;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import dev.lectern.media.application.AssetTicketView;
import dev.lectern.media.application.AssetView;
import dev.lectern.media.application.AssetViews;
import dev.lectern.media.application.SendingAssets;
import dev.lectern.media.domain.AssetId;
import dev.lectern.media.domain.DeclaredFile;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The images and files of courses and the pictures people have of themselves, sent into the object
/// store straight from their owner's device.
@RestController
@RequestMapping("/api/v1/assets")
class AssetController {

    private final SendingAssets sending;
    private final AssetViews views;
    private final Idempotency idempotency;

    AssetController(SendingAssets sending, AssetViews views, Idempotency idempotency) {
        this.sending = sending;
        this.views = views;
        this.idempotency = idempotency;
    }

    /// @param fileName the bare name, without a path
    /// @param contentType PNG, JPEG, WebP, GIF, PDF, ZIP, CSV or plain text
    /// @param sizeBytes exactly as many bytes are taken, at most 25 MiB
    /// @param sha256 of the whole file, as 64 hexadecimal digits in lower case
    /// @param courseId absent for a picture of the caller's own, up to 5 MiB, to be an avatar
    record BeginAssetRequest(
            @NotBlank @Size(max = 255) String fileName,
            @NotBlank @Size(max = 100) String contentType,
            @Positive long sizeBytes,
            @NotBlank @Size(max = 64) String sha256,
            @Nullable UUID courseId) {

        DeclaredFile file() {
            return new DeclaredFile(fileName, contentType, sizeBytes, sha256);
        }
    }

    /// Announces an image or a file of a course the caller teaches, or without a course a picture
    /// of the caller's own, and says where to send it. 413 `TOO_LARGE`; 415 `TYPE_NOT_ALLOWED`; 422
    /// `QUOTA_EXCEEDED`, also for the eleventh own picture in 30 days; 404 for an unknown course
    /// and for everybody else's.
    @PostMapping
    ResponseEntity<AssetTicketView> beginAsset(
            @Valid @RequestBody BeginAssetRequest request, Caller caller, IdempotencyKey key) {
        var outcome =
                idempotency.once(
                        key.of(caller.id(), "begin-asset", request),
                        () -> begin(request, caller).value());
        return Created.at(
                "/api/v1/assets/{id}", outcome, sending.ticket(new AssetId(outcome.id()), caller));
    }

    private AssetId begin(BeginAssetRequest request, Caller caller) {
        return request.courseId() == null
                ? sending.beginPortrait(request.file(), caller)
                : sending.begin(request.courseId(), request.file(), caller);
    }

    /// Lists the images and files of a course, newest first. 404 for everybody but those who teach
    /// it.
    ///
    /// @param courseId the course
    @GetMapping
    Page<AssetView> listAssets(@RequestParam UUID courseId, PageQuery page, Caller caller) {
        return views.all(courseId, page, caller);
    }

    /// Shows one of a course, or of the caller's own. 404 for everybody but those who teach it, and
    /// who sent it.
    @GetMapping("/{id}")
    AssetView getAsset(@PathVariable UUID id, Caller caller) {
        return views.one(id, caller);
    }

    /// Says that everything was sent. May be repeated; what the store says by itself comes to the
    /// same. Whether the bytes are those that were declared is found out afterwards. 409
    /// `PARTS_MISSING`; 404 for anybody else's.
    @PostMapping("/{id}/complete")
    AssetView completeAsset(@PathVariable UUID id, Caller caller) {
        sending.complete(new AssetId(id), caller);
        return views.one(id, caller);
    }

    /// Sends to the object store, those who teach the course or may open a lesson that shows it,
    /// and anybody for a preview, for the picture a published course is shown with and for
    /// somebody's avatar. 302 to the signed address; 403 `NOT_ENROLLED` or `LESSON_LOCKED`; 404 for
    /// one that is not there yet and that no published course shows.
    @GetMapping("/{id}/file")
    @ResponseStatus(HttpStatus.FOUND)
    ResponseEntity<Void> getAssetFile(@PathVariable UUID id, Optional<Caller> caller) {
        return ResponseEntity.status(HttpStatus.FOUND).location(views.file(id, caller)).build();
    }
}
