package dev.lectern.content.authoring.domain.body;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The nodes a document may have, each with the nodes it may hold and the attributes it takes; the
/// names are those of the editor's JSON.
public enum NodeType {
    DOC("doc"),
    PARAGRAPH("paragraph"),
    HEADING("heading"),
    BULLET_LIST("bulletList"),
    ORDERED_LIST("orderedList"),
    LIST_ITEM("listItem"),
    BLOCKQUOTE("blockquote"),
    HORIZONTAL_RULE("horizontalRule"),
    HARD_BREAK("hardBreak"),
    TEXT("text");

    /// A whole number an attribute may be.
    record Range(int from, int to, boolean required) {}

    private final String label;

    NodeType(String label) {
        this.label = label;
    }

    /// The name in the JSON.
    public String label() {
        return label;
    }

    static Optional<NodeType> named(String label) {
        return EnumSet.allOf(NodeType.class).stream()
                .filter(type -> type.label.equals(label))
                .findFirst();
    }

    Set<NodeType> children() {
        return switch (this) {
            case DOC, LIST_ITEM, BLOCKQUOTE ->
                    EnumSet.of(
                            PARAGRAPH,
                            HEADING,
                            BULLET_LIST,
                            ORDERED_LIST,
                            BLOCKQUOTE,
                            HORIZONTAL_RULE);
            case PARAGRAPH, HEADING -> EnumSet.of(TEXT, HARD_BREAK);
            case BULLET_LIST, ORDERED_LIST -> EnumSet.of(LIST_ITEM);
            case HORIZONTAL_RULE, HARD_BREAK, TEXT -> EnumSet.noneOf(NodeType.class);
        };
    }

    Map<String, Range> attributes() {
        return switch (this) {
            case HEADING -> Map.of("level", new Range(1, 6, true));
            case ORDERED_LIST -> Map.of("start", new Range(0, 1_000_000, false));
            default -> Map.of();
        };
    }
}
