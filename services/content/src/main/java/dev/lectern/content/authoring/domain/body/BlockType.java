package dev.lectern.content.authoring.domain.body;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// The names of the blocks, each with the fields it has.
enum BlockType {
    TEXT,
    IMAGE,
    VIDEO,
    FILE,
    CODE,
    MATH,
    EMBED,
    CALLOUT;

    Set<String> fields() {
        return switch (this) {
            case TEXT -> Set.of("id", "type", "doc");
            case IMAGE -> Set.of("id", "type", "assetId", "alt");
            case VIDEO -> Set.of("id", "type", "videoId");
            case FILE -> Set.of("id", "type", "assetId");
            case CODE -> Set.of("id", "type", "language", "code");
            case MATH -> Set.of("id", "type", "tex");
            case EMBED -> Set.of("id", "type", "url");
            case CALLOUT -> Set.of("id", "type", "tone", "doc");
        };
    }

    static Optional<BlockType> named(String name) {
        return EnumSet.allOf(BlockType.class).stream()
                .filter(type -> type.name().equals(name))
                .findFirst();
    }

    static BlockType of(Block block) {
        return switch (block) {
            case Block.Text _ -> TEXT;
            case Block.Image _ -> IMAGE;
            case Block.Video _ -> VIDEO;
            case Block.File _ -> FILE;
            case Block.Code _ -> CODE;
            case Block.Formula _ -> MATH;
            case Block.Embed _ -> EMBED;
            case Block.Callout _ -> CALLOUT;
        };
    }
}
