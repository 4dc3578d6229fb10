package dev.lectern.media.web;

import dev.lectern.media.application.Uploading;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What the object store tells.
@RestController
@RequestMapping("/internal/storage")
class StorageController {

    private final Uploading uploading;

    StorageController(Uploading uploading) {
        this.uploading = uploading;
    }

    /// @param key of the object, without its bucket
    record ObjectCreatedRequest(@NotBlank @Size(max = 1024) String key) {}

    /// Takes the word of the store that an object is there. May be repeated; what belongs to no
    /// video is nobody's concern.
    @PostMapping("/object-created")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void objectCreated(@Valid @RequestBody ObjectCreatedRequest request) {
        uploading.objectCreated(request.key());
    }
}
