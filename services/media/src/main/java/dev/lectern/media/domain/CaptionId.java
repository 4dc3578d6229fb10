package dev.lectern.media.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/// One text of captions; what replaces it is another.
@Embeddable
public record CaptionId(UUID value) {

    public static CaptionId next() {
        return new CaptionId(Ids.next());
    }
}
