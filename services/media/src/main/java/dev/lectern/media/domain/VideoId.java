package dev.lectern.media.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of a video.
@Embeddable
public record VideoId(UUID value) implements Serializable {

    static VideoId next() {
        return new VideoId(Ids.next());
    }
}
