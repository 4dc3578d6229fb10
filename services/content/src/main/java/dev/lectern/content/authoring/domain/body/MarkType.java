package dev.lectern.content.authoring.domain.body;

import java.util.EnumSet;
import java.util.Optional;

/// What a piece of text may be; the names are those of the editor's JSON.
public enum MarkType {
    BOLD("bold"),
    ITALIC("italic"),
    UNDERLINE("underline"),
    STRIKE("strike"),
    CODE("code"),
    SUBSCRIPT("subscript"),
    SUPERSCRIPT("superscript"),
    LINK("link");

    private final String label;

    MarkType(String label) {
        this.label = label;
    }

    /// The name in the JSON.
    public String label() {
        return label;
    }

    static Optional<MarkType> named(String label) {
        return EnumSet.allOf(MarkType.class).stream()
                .filter(type -> type.label.equals(label))
                .findFirst();
    }
}
