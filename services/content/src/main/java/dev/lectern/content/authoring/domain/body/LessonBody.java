package dev.lectern.content.authoring.domain.body;

import dev.lectern.common.problem.Refusal.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything a lesson says. Reading one builds it anew from what was understood, and carries
/// nothing of what came in over unread.
public record LessonBody(List<Block> blocks) {

    public static final int MOST_BLOCKS = 200;

    public static final LessonBody EMPTY = new LessonBody(List.of());

    public LessonBody {
        blocks = List.copyOf(blocks);
    }

    /// Reads blocks as JSON has them: maps, lists, texts, numbers.
    ///
    /// @throws BodyRefused with everything that is wrong, each with its pointer
    public static LessonBody read(List<?> blocks, EmbedHosts hosts) {
        var faults = new ArrayList<Fault>();
        var reader = new BlockReader(hosts);
        var read =
                new Place(blocks, "/blocks", faults)
                        .items(MOST_BLOCKS)
                        .map(reader::read)
                        .flatMap(Optional::stream)
                        .toList();
        if (!faults.isEmpty()) {
            throw BodyRefused.of(faults);
        }
        return new LessonBody(read);
    }

    /// Whether there is nothing in it to see.
    public boolean isEmpty() {
        return blocks.stream().allMatch(Block::isBlank);
    }

    /// The images and files it shows, each once.
    public List<ShownAsset> assets() {
        return blocks.stream().map(Block::asset).flatMap(Optional::stream).distinct().toList();
    }

    /// The body as it is stored and shown.
    public List<Map<String, Object>> asData() {
        return blocks.stream().map(Block::asData).toList();
    }
}
