package dev.lectern.assessment;

import dev.lectern.assessment.authoring.domain.Draw;
import dev.lectern.assessment.authoring.domain.Pool;
import dev.lectern.assessment.authoring.domain.QuestionId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Pools of questions nobody wrote.
public final class Pools {

    private static final UUID BANK = UUID.randomUUID();

    private Pools() {}

    public static List<QuestionId> questions(int count) {
        return Stream.generate(() -> new QuestionId(UUID.randomUUID(), 1)).limit(count).toList();
    }

    public static Pool drawing(int count, Collection<QuestionId> of) {
        return new Pool(new Draw(BANK, count, null), 1, new LinkedHashSet<>(of));
    }
}
