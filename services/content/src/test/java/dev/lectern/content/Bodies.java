package dev.lectern.content;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Bodies as editors send them.
public final class Bodies {

    private Bodies() {}

    /// A body of one paragraph.
    public static Map<String, Object> saying(String text) {
        return of(textBlock("b1", text));
    }

    public static Map<String, Object> of(Object... blocks) {
        return Map.of("blocks", List.of(blocks));
    }

    public static Map<String, Object> textBlock(String id, String text) {
        return Map.of("id", id, "type", "TEXT", "doc", document(text));
    }

    public static Map<String, Object> imageBlock(String id, UUID asset) {
        return Map.of("id", id, "type", "IMAGE", "assetId", asset, "alt", "A wave");
    }

    public static Map<String, Object> fileBlock(String id, UUID asset) {
        return Map.of("id", id, "type", "FILE", "assetId", asset);
    }

    public static Map<String, Object> document(String text) {
        return Map.of(
                "type",
                "doc",
                "content",
                List.of(
                        Map.of(
                                "type",
                                "paragraph",
                                "content",
                                List.of(Map.of("type", "text", "text", text)))));
    }
}
