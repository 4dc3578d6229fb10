package dev.lectern.assessment.attempts.domain;

import dev.lectern.assessment.authoring.domain.Draw;
import dev.lectern.assessment.authoring.domain.FeedbackRule;
import dev.lectern.assessment.authoring.domain.Pool;
import dev.lectern.assessment.authoring.domain.Question;
import dev.lectern.assessment.authoring.domain.QuestionId;
import dev.lectern.assessment.authoring.domain.Quiz;
import dev.lectern.assessment.authoring.domain.QuizPlan;
import dev.lectern.assessment.authoring.domain.QuizRevision;
import dev.lectern.assessment.authoring.domain.Scoring;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.test.util.ReflectionTestUtils;

/// A quiz and somebody who takes it, in the words of the rules.
final class AttemptFixtures {

    static final Instant NOW = Instant.parse("2026-10-02T10:00:00Z");

    private AttemptFixtures() {}

    static AQuiz aQuiz() {
        return new AQuiz(null, null, 0, 70, Map.of());
    }

    static Taker aLearner() {
        return new Taker(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    }

    static Taker anAuthor() {
        return new Taker(UUID.randomUUID(), UUID.randomUUID(), null);
    }

    /// A quiz that asks all of its questions, in order.
    record AQuiz(
            @Nullable Integer seconds,
            @Nullable Integer attempts,
            int coolDown,
            int passPercent,
            Map<QuestionId, Question> questions) {

        AQuiz limitedTo(int limit) {
            return new AQuiz(limit, attempts, coolDown, passPercent, questions);
        }

        AQuiz withAttempts(int most) {
            return new AQuiz(seconds, most, coolDown, passPercent, questions);
        }

        AQuiz coolingDownFor(int wait) {
            return new AQuiz(seconds, attempts, wait, passPercent, questions);
        }

        AQuiz passedAt(int percent) {
            return new AQuiz(seconds, attempts, coolDown, percent, questions);
        }

        AQuiz asking(Question... asked) {
            var all = new LinkedHashMap<QuestionId, Question>();
            Arrays.stream(asked)
                    .forEach(question -> all.put(new QuestionId(UUID.randomUUID(), 1), question));
            return new AQuiz(seconds, attempts, coolDown, passPercent, all);
        }

        QuizPlan plan() {
            var draw = new Draw(UUID.randomUUID(), questions.size(), null);
            return new QuizPlan(
                    "A quiz",
                    questions.isEmpty() ? List.of() : List.of(draw),
                    seconds,
                    attempts,
                    coolDown,
                    passPercent,
                    Scoring.BEST,
                    false,
                    FeedbackRule.SCORE);
        }

        QuizRevision revision() {
            var plan = plan();
            var pools =
                    plan.draws().stream()
                            .map(draw -> new Pool(draw, 1, new LinkedHashSet<>(questions.keySet())))
                            .toList();
            return Quiz.of(UUID.randomUUID(), plan).revise(pools, NOW);
        }

        Attempt startedBy(Taker taker) {
            return startedBy(taker, History.NONE, NOW);
        }

        Attempt startedBy(Taker taker, History history, Instant now) {
            return Attempt.start(taker, revision(), history, 7, this::drawn, now);
        }

        private List<Drawn> drawn(long seed) {
            var drawing = new Drawing(seed, false);
            return questions.entrySet().stream()
                    .map(asked -> drawing.freeze(asked.getKey(), asked.getValue()))
                    .toList();
        }

        UUID question(int place) {
            return List.copyOf(questions.keySet()).get(place).question();
        }

        Grade grade(Attempt attempt, Map<UUID, Response> answers, Instant now) {
            return attempt.submit(plan(), questions, answers, now).orElseThrow();
        }
    }

    static List<Grade> told(Attempt attempt) {
        Collection<?> all =
                Objects.requireNonNull(ReflectionTestUtils.invokeMethod(attempt, "domainEvents"));
        return all.stream().map(event -> ((AttemptEvent.Graded) event).grade()).toList();
    }
}
