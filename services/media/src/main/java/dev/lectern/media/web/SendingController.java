package dev.lectern.media.web;

import dev.lectern.common.security.Caller;
import dev.lectern.media.application.ObjectStore.Part;
import dev.lectern.media.application.UploadTicketView.PartView;
import dev.lectern.media.application.UploadView;
import dev.lectern.media.application.Uploading;
import dev.lectern.media.application.VideoView;
import dev.lectern.media.application.VideoViews;
import dev.lectern.media.domain.UploadId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The caller's uploads, while their bytes are on the way.
@RestController
@RequestMapping("/api/v1/uploads/{id}")
class SendingController {

    private final Uploading uploading;
    private final VideoViews views;

    SendingController(Uploading uploading, VideoViews views) {
        this.uploading = uploading;
        this.views = views;
    }

    /// @param numbers the parts to send, from 1
    record SignPartsRequest(@NotNull @Size(min = 1, max = 1000) List<@NotNull Integer> numbers) {}

    /// @param parts all parts with the `ETag` the store answered; empty for a file sent whole
    record CompleteUploadRequest(
            @NotNull @Size(max = 10_000) List<@Valid @NotNull SentPart> parts) {}

    /// @param number from 1
    /// @param etag as the store answered it
    record SentPart(@Positive int number, @NotBlank @Size(max = 100) String etag) {}

    /// Shows how far one of the caller's uploads is. 404 for anybody else's.
    @GetMapping
    UploadView getUpload(@PathVariable UUID id, Caller caller) {
        return uploading.progress(new UploadId(id), caller);
    }

    /// Signs parts anew, when their addresses have ended. 409 `UPLOAD_FINISHED`; 404 for anybody
    /// else's.
    @PostMapping("/parts")
    List<PartView> signParts(
            @PathVariable UUID id, @Valid @RequestBody SignPartsRequest request, Caller caller) {
        return uploading.signAgain(new UploadId(id), request.numbers(), caller);
    }

    /// Says that everything was sent. May be repeated; what the store says by itself comes to the
    /// same. Whether the bytes are those that were declared is found out afterwards. 409
    /// `PARTS_MISSING`; 404 for anybody else's.
    @PostMapping("/complete")
    VideoView completeUpload(
            @PathVariable UUID id,
            @Valid @RequestBody CompleteUploadRequest request,
            Caller caller) {
        var sent =
                request.parts().stream().map(part -> new Part(part.number(), part.etag())).toList();
        var video = uploading.complete(new UploadId(id), sent, caller);
        return views.one(video.value(), Optional.of(caller));
    }

    /// Gives an upload up, and the video with it. 409 `UPLOAD_FINISHED`; 404 for anybody else's.
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancelUpload(@PathVariable UUID id, Caller caller) {
        uploading.cancel(new UploadId(id), caller);
    }
}
