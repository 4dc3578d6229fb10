package dev.lectern.media.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lectern.media.application.Uploading;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What the object store tells, in its own words: the event notifications of S3.
@RestController
@RequestMapping("/internal/storage")
class StorageController {

    private final Uploading uploading;

    StorageController(Uploading uploading) {
        this.uploading = uploading;
    }

    /// A notification as S3 sends it; it says much more than is needed here.
    ///
    /// @param records one for each object
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ObjectsCreatedRequest(
            @JsonProperty("Records") @NotNull @Size(max = 100)
                    List<@Valid @NotNull ObjectCreated> records) {}

    /// @param s3 what it is about
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ObjectCreated(@Valid @NotNull InStore s3) {}

    /// @param object the one that is there now
    @JsonIgnoreProperties(ignoreUnknown = true)
    record InStore(@Valid @NotNull StoredKey object) {}

    /// @param key of the object, without its bucket, encoded as in a form
    @JsonIgnoreProperties(ignoreUnknown = true)
    record StoredKey(@NotBlank @Size(max = 3072) String key) {}

    /// Takes the word of the store that objects are there. May be repeated; what belongs to no
    /// upload is nobody's concern.
    @PostMapping("/object-created")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void objectsCreated(@Valid @RequestBody ObjectsCreatedRequest request) {
        for (var created : request.records()) {
            uploading.objectCreated(
                    URLDecoder.decode(created.s3().object().key(), StandardCharsets.UTF_8));
        }
    }
}
