package dev.lectern.media.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of an upload.
@Embeddable
public record UploadId(UUID value) implements Serializable {

    static UploadId next() {
        return new UploadId(Ids.next());
    }
}
