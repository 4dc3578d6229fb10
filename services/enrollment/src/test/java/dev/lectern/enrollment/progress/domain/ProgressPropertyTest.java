package dev.lectern.enrollment.progress.domain;

import static dev.lectern.enrollment.progress.domain.ProgressFixtures.GRANTED;
import static dev.lectern.enrollment.progress.domain.ProgressFixtures.NOW;
import static dev.lectern.enrollment.progress.domain.ProgressFixtures.aLearnerOf;
import static dev.lectern.enrollment.progress.domain.ProgressFixtures.aVideoOf;
import static dev.lectern.enrollment.progress.domain.ProgressFixtures.anArticle;
import static dev.lectern.enrollment.progress.domain.ProgressFixtures.anOptionalArticle;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.enrollment.progress.domain.PinnedVersion.Lesson;
import dev.lectern.enrollment.progress.domain.ProgressFixtures.ALearner;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for any course and any behaviour; a seed that fails is named and can be run again.
class ProgressPropertyTest {

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void staysBetween0And100NeverFallsAndIsCompletedOnceAtMost(int seed) {
        var random = new Random(seed);
        var lessons = someLessons(random);
        var learner = aLearnerOf(lessons);
        var last = 0;

        for (var step = 0; step < 100; step++) {
            something(random, learner, lessons[random.nextInt(lessons.length)]);

            var percent = learner.progress().percent();
            assertThat(percent).isBetween(last, 100);
            assertThat(learner.progress().completedAt() != null).isEqualTo(percent == 100);
            last = percent;
        }
        assertThat(learner.events(ProgressEvent.Completed.class)).hasSizeLessThanOrEqualTo(1);
        assertThat(learner.events(ProgressEvent.LessonCompleted.class))
                .hasSize(learner.progress().doneLessons().size());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverCountsMoreSecondsThanWereWatched(int seed) {
        var random = new Random(seed);
        var video = aVideoOf(60);
        var learner = aLearnerOf(video);
        var watched = new boolean[60];

        for (var step = 0; step < 30; step++) {
            var from = random.nextInt(60);
            var to = Math.min(60, from + 1 + random.nextInt(10));
            learner.watches(video, from, to);
            Arrays.fill(watched, from, to, true);
        }

        var seconds = 0;
        for (var second : watched) {
            seconds += second ? 1 : 0;
        }
        assertThat(Interval.covered(learner.facts().stream().map(Fact::interval).toList()))
                .isEqualTo(seconds);
        assertThat(learner.progress().percent()).isEqualTo(seconds >= 54 ? 100 : 0);
    }

    private static Lesson[] someLessons(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(8))
                .mapToObj(i ->
                        switch (random.nextInt(3)) {
                            case 0 -> anArticle();
                            case 1 -> anOptionalArticle();
                            default -> aVideoOf(1 + random.nextInt(120));
                        })
                .toArray(Lesson[]::new);
    }

    /// A device that reports anything: honest, impossible, too fast, too early, too late.
    private static void something(Random random, ALearner learner, Lesson lesson) {
        try {
            switch (random.nextInt(5)) {
                case 0 -> learner.opens(lesson);
                case 1 -> learner.completes(lesson);
                case 2 -> learner.completesAt(lesson, NOW.plusSeconds(random.nextInt(200) - 100));
                case 3 -> learner.completesAt(lesson, GRANTED.minusSeconds(random.nextInt(10)));
                default -> {
                    var from = random.nextInt(120);
                    learner.watches(lesson, from, from + random.nextInt(60));
                }
            }
        } catch (FactRefused refused) {
            assertThat(refused.code()).isNotBlank();
        }
    }
}
