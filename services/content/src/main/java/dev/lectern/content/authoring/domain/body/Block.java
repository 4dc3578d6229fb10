package dev.lectern.content.authoring.domain.body;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// One piece of a lesson.
public sealed interface Block {

    /// Given by the editor, so that a block is known again when it moves.
    String id();

    /// What only the type of this block has, as it is stored and shown.
    Map<String, Object> details();

    /// Whether there is nothing in it to see.
    default boolean isBlank() {
        return false;
    }

    /// The image or file of the course it shows.
    default Optional<ShownAsset> asset() {
        return Optional.empty();
    }

    /// The block as it is stored and shown.
    default Map<String, Object> asData() {
        var data = new LinkedHashMap<String, Object>();
        data.put("id", id());
        data.put("type", BlockType.of(this).name());
        data.putAll(details());
        return data;
    }

    /// Rich text.
    record Text(String id, Node.Element doc) implements Block {

        @Override
        public Map<String, Object> details() {
            return Map.of("doc", doc.asData());
        }

        @Override
        public boolean isBlank() {
            return doc.isBlank();
        }
    }

    /// A picture, with words for those who do not see it.
    record Image(String id, UUID assetId, String alt) implements Block {

        @Override
        public Map<String, Object> details() {
            return Map.of("assetId", assetId.toString(), "alt", alt);
        }

        @Override
        public Optional<ShownAsset> asset() {
            return Optional.of(new ShownAsset(assetId, ShownAsset.Kind.IMAGE));
        }
    }

    /// A video of the platform.
    record Video(String id, UUID videoId) implements Block {

        @Override
        public Map<String, Object> details() {
            return Map.of("videoId", videoId.toString());
        }
    }

    /// A file to take away.
    record File(String id, UUID assetId) implements Block {

        @Override
        public Map<String, Object> details() {
            return Map.of("assetId", assetId.toString());
        }

        @Override
        public Optional<ShownAsset> asset() {
            return Optional.of(new ShownAsset(assetId, ShownAsset.Kind.FILE));
        }
    }

    /// Program text, shown as it is.
    record Code(String id, String language, String code) implements Block {

        @Override
        public Map<String, Object> details() {
            return Map.of("language", language, "code", code);
        }

        @Override
        public boolean isBlank() {
            return code.isBlank();
        }
    }

    /// A formula in TeX.
    record Formula(String id, String tex) implements Block {

        @Override
        public Map<String, Object> details() {
            return Map.of("tex", tex);
        }

        @Override
        public boolean isBlank() {
            return tex.isBlank();
        }
    }

    /// A page of a listed host, shown inside the lesson.
    record Embed(String id, Address url) implements Block {

        @Override
        public Map<String, Object> details() {
            return Map.of("url", url.text());
        }
    }

    /// Rich text that stands out.
    record Callout(String id, Tone tone, Node.Element doc) implements Block {

        @Override
        public Map<String, Object> details() {
            return Map.of("tone", tone.name(), "doc", doc.asData());
        }

        @Override
        public boolean isBlank() {
            return doc.isBlank();
        }
    }

    /// How a callout is meant.
    enum Tone {
        INFO,
        TIP,
        WARNING,
        DANGER
    }
}
