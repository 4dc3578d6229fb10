package dev.lectern.assessment.attempts.domain;

import dev.lectern.assessment.authoring.domain.Pool;
import dev.lectern.assessment.authoring.domain.Question;
import dev.lectern.assessment.authoring.domain.QuestionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Draws the questions of one attempt. The same seed draws the same from the same pools.
public final class Drawing {

    private final RandomGenerator random;
    private final boolean shuffle;

    public Drawing(long seed, boolean shuffle) {
        this.random = new SplittableRandom(seed);
        this.shuffle = shuffle;
    }

    /// Takes what each draw asks for, no question twice. Without shuffling the questions come in
    /// the order of the draws, those of one draw as they were written.
    public List<QuestionId> choose(List<Pool> pools) {
        var taken = new LinkedHashSet<UUID>();
        // By identity: a plan may say the same draw twice.
        var byPool = new IdentityHashMap<Pool, List<QuestionId>>();
        for (var pool : Pool.inDrawingOrder(pools)) {
            byPool.put(pool, take(pool, taken));
        }
        var chosen = new ArrayList<QuestionId>();
        pools.forEach(pool -> chosen.addAll(of(pool, byPool)));
        if (shuffle) {
            Collections.shuffle(chosen, random);
        }
        return chosen;
    }

    /// Freezes how one question is asked.
    public Drawn freeze(QuestionId id, Question question) {
        var places =
                new ArrayList<>(IntStream.range(0, question.options().size()).boxed().toList());
        if (shuffle) {
            Collections.shuffle(places, random);
        }
        return new Drawn(id, question.kind(), question.points(), places);
    }

    private List<QuestionId> take(Pool pool, Set<UUID> taken) {
        var left =
                new ArrayList<>(
                        pool.questions().stream()
                                .filter(one -> !taken.contains(one.question()))
                                .toList());
        Collections.shuffle(left, random);
        var drawn = Set.copyOf(left.subList(0, pool.draw().count()));
        drawn.forEach(one -> taken.add(one.question()));
        return pool.questions().stream().filter(drawn::contains).toList();
    }

    private static List<QuestionId> of(Pool pool, Map<Pool, List<QuestionId>> byPool) {
        return byPool.getOrDefault(pool, List.of());
    }
}
