package dev.lectern.assessment.attempts.domain;

import dev.lectern.assessment.authoring.domain.Question;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What an answer is worth, by the version of the question that was asked. All or nothing.
public final class Grading {

    private Grading() {}

    /// @param response null where there is no answer
    public static int pointsFor(Drawn drawn, Question question, @Nullable Response response) {
        return isRight(drawn, question, response) ? question.points() : 0;
    }

    /// Whether an answer is the right one.
    public static boolean isRight(Drawn drawn, Question question, @Nullable Response response) {
        return switch (response) {
            case null -> false;
            case Response.Choice(var names) -> drawn.chosen(names).equals(correctOf(question));
            case Response.Value(var value) -> question.isNear(value);
            case Response.Words(var text) -> question.isAccepted(text);
        };
    }

    private static Set<Integer> correctOf(Question question) {
        return IntStream.range(0, question.options().size())
                .filter(place -> question.options().get(place).correct())
                .boxed()
                .collect(Collectors.toSet());
    }
}
