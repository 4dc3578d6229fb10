package dev.lectern.assessment.attempts.domain;

import dev.lectern.assessment.authoring.domain.Kind;
import dev.lectern.assessment.authoring.domain.QuestionId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A question as one attempt asks it. Options are named by the place they are shown at, so that no
/// name tells in which order the author wrote them.
///
/// @param options at each place the option the author wrote, counted from 0
public record Drawn(QuestionId question, Kind kind, int points, List<Integer> options) {

    private static final int LETTERS = 26;

    /// What the option at a place is called: a to z, then a1 and so on.
    public static String nameAt(int place) {
        var letter = Character.toString('a' + place % LETTERS);
        return place < LETTERS ? letter : letter + place / LETTERS;
    }

    /// Refuses an answer that is none to this question.
    Response requireAnswerable(Response response) {
        switch (response) {
            case Response.Choice(var names) -> {
                requireKind(kind.hasOptions());
                if (!names().containsAll(names)) {
                    throw AttemptRefused.optionUnknown();
                }
                requireKind(kind == Kind.MULTIPLE || names.size() <= 1);
            }
            case Response.Value _ -> requireKind(kind == Kind.NUMERIC);
            case Response.Words _ -> requireKind(kind == Kind.SHORT_TEXT);
        }
        return response;
    }

    /// The options the author wrote that were chosen, counted from 0.
    Set<Integer> chosen(Set<String> names) {
        return IntStream.range(0, options.size())
                .filter(place -> names.contains(nameAt(place)))
                .mapToObj(options::get)
                .collect(Collectors.toSet());
    }

    private List<String> names() {
        return IntStream.range(0, options.size()).mapToObj(Drawn::nameAt).toList();
    }

    private void requireKind(boolean fits) {
        if (!fits) {
            throw AttemptRefused.responseMismatch(kind);
        }
    }
}
