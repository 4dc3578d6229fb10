package dev.lectern.assessment.attempts.domain;

import static dev.lectern.assessment.Questions.choosing;
import static dev.lectern.assessment.Questions.numeric;
import static dev.lectern.assessment.Questions.right;
import static dev.lectern.assessment.Questions.shortText;
import static dev.lectern.assessment.Questions.worth;
import static dev.lectern.assessment.Questions.wrong;
import static dev.lectern.assessment.attempts.domain.AttemptFixtures.NOW;
import static dev.lectern.assessment.attempts.domain.AttemptFixtures.aLearner;
import static dev.lectern.assessment.attempts.domain.AttemptFixtures.aQuiz;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.assessment.authoring.domain.Kind;
import dev.lectern.assessment.authoring.domain.Question;
import dev.lectern.assessment.authoring.domain.Question.Option;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for any quiz and any answers; a seed that fails is named and can be run again.
class GradingPropertyTest {

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void followsFromTheAnswersAloneAndStaysBetweenNothingAndAll(int seed) {
        var random = new Random(seed);
        var quiz = aQuiz().asking(someQuestions(random));
        var attempt = quiz.startedBy(aLearner());
        var answers = new HashMap<UUID, Response>();
        var expected = 0;
        var questions = List.copyOf(quiz.questions().values());
        for (var i = 0; i < questions.size(); i++) {
            var drawn = attempt.drawn().get(i);
            var question = questions.get(i);
            if (random.nextInt(4) > 0) {
                var isRight = random.nextBoolean();
                answers.put(drawn.question().question(), answer(drawn, question, isRight));
                expected += isRight ? question.points() : 0;
            }
        }

        var grade = quiz.grade(attempt, answers, NOW);
        var again = quiz.startedBy(aLearner());
        var sameAgain = regraded(quiz, again, attempt, answers);

        var all = quiz.questions().values().stream().mapToInt(Question::points).sum();
        assertThat(grade.points()).isEqualTo(expected).isBetween(0, all);
        assertThat(grade.maxPoints()).isEqualTo(all);
        assertThat(grade.scorePercent()).isEqualTo(100 * expected / all).isBetween(0, 100);
        assertThat(sameAgain.points()).isEqualTo(grade.points());
    }

    private static Grade regraded(
            AttemptFixtures.AQuiz quiz, Attempt again, Attempt first, Map<UUID, Response> answers) {
        assertThat(again.drawn()).isEqualTo(first.drawn());
        return quiz.grade(again, answers, NOW.plusSeconds(60));
    }

    private static Question[] someQuestions(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(8))
                .mapToObj(i -> worth(1 + random.nextInt(9), someQuestion(random, i)))
                .toArray(Question[]::new);
    }

    private static Question someQuestion(Random random, int i) {
        return switch (random.nextInt(5)) {
            case 0 -> choosing(Kind.SINGLE, wrong("a"), right("b"), wrong("c"));
            case 1 -> choosing(Kind.TRUE_FALSE, wrong("True"), right("False"));
            case 2 -> choosing(Kind.MULTIPLE, right("a"), wrong("b"), right("c"), wrong("d"));
            case 3 -> numeric(Integer.toString(i), "0.5");
            default -> shortText("word " + i, "other " + i);
        };
    }

    private static Response answer(Drawn drawn, Question question, boolean right) {
        return switch (question.kind()) {
            case SINGLE, TRUE_FALSE, MULTIPLE -> choice(drawn, question, right);
            case NUMERIC -> number(question, right);
            case SHORT_TEXT ->
                    new Response.Words(right ? question.accepted().getLast() : "no idea");
        };
    }

    private static Response number(Question question, boolean right) {
        var value = question.value();
        assertThat(value).isNotNull();
        return new Response.Value(value.add(new BigDecimal(right ? "0.5" : "0.6")));
    }

    private static Response choice(Drawn drawn, Question question, boolean right) {
        var names = new HashSet<String>();
        for (var place = 0; place < drawn.options().size(); place++) {
            if (option(drawn, question, place).correct() == right) {
                names.add(Drawn.nameAt(place));
            }
        }
        return new Response.Choice(names);
    }

    private static Option option(Drawn drawn, Question question, int place) {
        return question.options().get(drawn.options().get(place));
    }
}
