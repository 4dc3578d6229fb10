package dev.lectern.assessment;

import dev.lectern.assessment.authoring.domain.Kind;
import dev.lectern.assessment.authoring.domain.Question;
import dev.lectern.assessment.authoring.domain.Question.Option;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/// Questions in the words of the rules.
public final class Questions {

    private Questions() {}

    public static Option right(String text) {
        return new Option(text, true, null);
    }

    public static Option wrong(String text) {
        return new Option(text, false, null);
    }

    public static Question choosing(Kind kind, Option... options) {
        return new Question(
                kind, "Which?", 1, List.of(options), null, null, List.of(), List.of(), null);
    }

    /// The first option is right.
    public static Question single(String text, String... options) {
        return new Question(
                Kind.SINGLE, text, 1, optionsOf(options), null, null, List.of(), List.of(), null);
    }

    public static Question tagged(Question question, String... tags) {
        return new Question(
                question.kind(),
                question.text(),
                question.points(),
                question.options(),
                question.value(),
                question.tolerance(),
                question.accepted(),
                List.of(tags),
                question.feedback());
    }

    public static Question worth(int points, Question question) {
        return new Question(
                question.kind(),
                question.text(),
                points,
                question.options(),
                question.value(),
                question.tolerance(),
                question.accepted(),
                question.tags(),
                question.feedback());
    }

    public static Question numeric(String value, String tolerance) {
        return new Question(
                Kind.NUMERIC,
                "How much?",
                1,
                List.of(),
                new BigDecimal(value),
                new BigDecimal(tolerance),
                List.of(),
                List.of(),
                null);
    }

    public static Question shortText(String... accepted) {
        return new Question(
                Kind.SHORT_TEXT,
                "Who?",
                1,
                List.of(),
                null,
                null,
                List.of(accepted),
                List.of(),
                null);
    }

    private static List<Option> optionsOf(String... texts) {
        return Stream.concat(
                        Stream.of(right(texts[0])), Stream.of(texts).skip(1).map(Questions::wrong))
                .toList();
    }
}
