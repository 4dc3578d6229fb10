package dev.lectern.content.authoring.domain.body;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A mark on a piece of text.
///
/// @param link where it leads, of a LINK only
public record Mark(MarkType type, @Nullable Address link) {

    Map<String, Object> asData() {
        return link == null
                ? Map.of("type", type.label())
                : Map.of("type", type.label(), "attrs", Map.of("href", link.text()));
    }
}
