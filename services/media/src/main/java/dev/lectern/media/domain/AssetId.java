package dev.lectern.media.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of an asset.
@Embeddable
public record AssetId(UUID value) implements Serializable {

    static AssetId next() {
        return new AssetId(Ids.next());
    }
}
