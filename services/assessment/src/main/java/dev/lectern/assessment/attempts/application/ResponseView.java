package dev.lectern.assessment.attempts.application;

import dev.lectern.assessment.attempts.domain.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is answered: one of the three, as the kind of the question asks.
///
/// @param optionIds the options chosen; none takes an earlier choice back
/// @param value a number
/// @param text a few words
public record ResponseView(
        @Nullable List<String> optionIds, @Nullable BigDecimal value, @Nullable String text) {

    static ResponseView of(Response response) {
        return switch (response) {
            case Response.Choice(var names) ->
                    new ResponseView(names.stream().sorted().toList(), null, null);
            case Response.Value(var number) -> new ResponseView(null, number, null);
            case Response.Words(var words) -> new ResponseView(null, null, words);
        };
    }

    Response toResponse() {
        if (optionIds != null) {
            return new Response.Choice(Set.copyOf(optionIds));
        }
        if (value != null) {
            return new Response.Value(value);
        }
        return new Response.Words(text == null ? "" : text);
    }
}
