package dev.lectern.media.domain;

import dev.lectern.common.problem.GenericRefusal;
import java.util.IllformedLocaleException;
import java.util.Locale;

/// The language of captions, as a tag of BCP 47 in its usual spelling.
public record CaptionLanguage(String tag) {

    private static final int LONGEST = 35;

    public CaptionLanguage {
        tag = usual(tag);
    }

    private static String usual(String given) {
        try {
            var locale = new Locale.Builder().setLanguageTag(given).build();
            if (locale.getLanguage().isEmpty() || given.length() > LONGEST) {
                throw unreadable();
            }
            return locale.toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw unreadable();
        }
    }

    private static RuntimeException unreadable() {
        return GenericRefusal.invalid("/language", "Send a language tag such as en or pt-BR.");
    }

    /// Its name in the language itself, for a menu.
    public String label() {
        var locale = Locale.forLanguageTag(tag);
        return locale.getDisplayName(locale);
    }
}
