package dev.lectern.user.profiles.domain;

import dev.lectern.common.problem.GenericRefusal;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.text.Normalizer;
import java.util.regex.Pattern;

/// The name others see, in one spelling (NFC), on one line and without markup.
@Embeddable
public record DisplayName(String value) implements Serializable {

    private static final int LONGEST = 100;

    /// Marks that switch the direction of writing come along unseen when a name is pasted, and
    /// would turn whatever is printed after it; a name needs none.
    private static final Pattern UNSEEN_DIRECTION =
            Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");

    private static final Pattern MARKUP = Pattern.compile("[<>]|&#?[\\p{Alnum}]+;");
    private static final Pattern NOT_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]");

    public DisplayName {
        value =
                Normalizer.normalize(
                                UNSEEN_DIRECTION.matcher(value).replaceAll(""), Normalizer.Form.NFC)
                        .strip();
        if (value.isEmpty() || value.codePointCount(0, value.length()) > LONGEST) {
            throw refused("A name has 1 to " + LONGEST + " characters.");
        }
        if (MARKUP.matcher(value).find() || NOT_TEXT.matcher(value).find()) {
            throw refused("A name is plain text on one line, without markup.");
        }
    }

    private static RuntimeException refused(String detail) {
        return GenericRefusal.invalid("/displayName", detail);
    }
}
