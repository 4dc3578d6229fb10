package dev.lectern.assessment.attempts.domain;

import dev.lectern.assessment.authoring.domain.Question;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What can be said of an answer once the key may be known.
///
/// @param expected a right answer
/// @param comments of the author: on the question, and on each option that was chosen
public record Feedback(boolean correct, int points, Response expected, List<String> comments) {

    public static Feedback on(Drawn drawn, Question question, @Nullable Response response) {
        return new Feedback(
                Grading.isRight(drawn, question, response),
                Grading.pointsFor(drawn, question, response),
                expected(drawn, question),
                comments(drawn, question, response));
    }

    private static List<String> comments(
            Drawn drawn, Question question, @Nullable Response response) {
        var comments = new ArrayList<String>();
        if (question.feedback() != null) {
            comments.add(question.feedback());
        }
        if (response instanceof Response.Choice(var names)) {
            for (var place : drawn.chosen(names)) {
                var comment = question.options().get(place).feedback();
                if (comment != null) {
                    comments.add(comment);
                }
            }
        }
        return comments;
    }

    private static Response expected(Drawn drawn, Question question) {
        return switch (question.kind()) {
            case SINGLE, MULTIPLE, TRUE_FALSE ->
                    new Response.Choice(
                            IntStream.range(0, drawn.options().size())
                                    .filter(place -> isCorrect(drawn, question, place))
                                    .mapToObj(Drawn::nameAt)
                                    .collect(Collectors.toSet()));
            case NUMERIC ->
                    new Response.Value(
                            Objects.requireNonNullElse(question.value(), BigDecimal.ZERO));
            case SHORT_TEXT -> new Response.Words(question.accepted().getFirst());
        };
    }

    private static boolean isCorrect(Drawn drawn, Question question, int place) {
        return question.options().get(drawn.options().get(place)).correct();
    }
}
