package dev.lectern.review.domain;

import dev.lectern.common.problem.GenericRefusal;
import jakarta.persistence.Embeddable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody thinks of a course.
///
/// @param stars 1 to 5
/// @param text in words, null for none
@Embeddable
public record Opinion(int stars, @Nullable String text) {

    public static final int LEAST = 1;
    public static final int MOST = 5;

    /// More than a reference or two is advertising.
    public static final int MOST_LINKS = 2;

    private static final Pattern LINK =
            Pattern.compile("https?://|\\bwww\\.", Pattern.CASE_INSENSITIVE);

    public Opinion {
        if (stars < LEAST || stars > MOST) {
            throw GenericRefusal.invalid("/rating", "Whole stars from 1 to 5.");
        }
    }

    /// Takes what somebody wrote, as long as it is no list of links. Nothing but blanks is no text.
    public static Opinion of(int stars, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return new Opinion(stars, null);
        }
        if (LINK.matcher(text).results().limit(MOST_LINKS + 1L).count() > MOST_LINKS) {
            throw ReviewRefused.tooManyLinks();
        }
        return new Opinion(stars, text.strip());
    }
}
