package dev.lectern.assessment.attempts.domain;

import static dev.lectern.assessment.Pools.drawing;
import static dev.lectern.assessment.Pools.questions;
import static dev.lectern.assessment.Questions.single;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.assessment.authoring.domain.QuestionId;
import dev.lectern.assessment.authoring.domain.Readiness;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DrawingTest {

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @Test
    void drawsTheSameFromTheSameSeed() {
        var pools = List.of(drawing(5, questions(20)));

        assertThat(new Drawing(42, true).choose(pools))
                .isEqualTo(new Drawing(42, true).choose(pools));
        assertThat(
                        IntStream.range(0, 20)
                                .mapToObj(seed -> new Drawing(seed, true).choose(pools))
                                .distinct())
                .hasSizeGreaterThan(10);
    }

    /// Whatever the pools share: what is ready can be drawn, each question once.
    @ParameterizedTest
    @MethodSource("seeds")
    void drawsWhateverIsReady(int seed) {
        var random = new Random(seed);
        var all = questions(1 + random.nextInt(12));
        var pools =
                IntStream.rangeClosed(0, random.nextInt(4))
                        .mapToObj(i ->
                                drawing(
                                        1 + random.nextInt(4),
                                        all.stream().filter(_ -> random.nextBoolean()).toList()))
                        .toList();
        if (!Readiness.reasonsAgainst(pools).isEmpty()) {
            return;
        }

        var chosen = new Drawing(seed, true).choose(pools);

        assertThat(chosen)
                .doesNotHaveDuplicates()
                .hasSize(pools.stream().mapToInt(pool -> pool.draw().count()).sum());
        pools.forEach(pool ->
                assertThat(chosen.stream().filter(pool.questions()::contains))
                        .hasSizeGreaterThanOrEqualTo(pool.draw().count()));
    }

    @Test
    void takesEachQuestionOnceWhereTheSameDrawIsSaidTwice() {
        var all = questions(4);

        var chosen = new Drawing(1, false).choose(List.of(drawing(2, all), drawing(2, all)));

        assertThat(chosen).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void keepsTheAuthorsOrderWithoutShuffling() {
        var all = questions(10);

        var chosen = new Drawing(1, false).choose(List.of(drawing(4, all)));

        assertThat(chosen).isSortedAccordingTo((a, b) -> all.indexOf(a) - all.indexOf(b));
        assertThat(frozen(1, false).options()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void namesOptionsByTheirPlaceWhereverTheRightOneCame() {
        var places = new HashSet<Integer>();
        for (var seed = 0; seed < 100; seed++) {
            places.add(frozen(seed, true).options().indexOf(0));
        }

        assertThat(places).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(IntStream.of(0, 1, 25, 26, 53).mapToObj(Drawn::nameAt))
                .containsExactly("a", "b", "z", "a1", "b2");
    }

    private static Drawn frozen(int seed, boolean shuffle) {
        return new Drawing(seed, shuffle)
                .freeze(
                        new QuestionId(UUID.randomUUID(), 1),
                        single("Which?", "one", "two", "three", "four"));
    }
}
