package dev.lectern.auth.application;

import dev.lectern.common.problem.GenericRefusal;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a newcomer tells of themselves. It belongs to user and is only passed on, but by then
/// nobody is there to correct it: so whatever user would refuse is refused here.
public record NewProfile(String displayName, String locale, String timeZone) {

    private static final int LONGEST_NAME = 100;
    private static final Pattern UNSEEN_DIRECTION =
            Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");
    private static final Pattern NO_PLAIN_LINE =
            Pattern.compile("[<>\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]|&#?[\\p{Alnum}]+;");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final String AREA = "[0-9]{3}";

    public NewProfile {
        displayName =
                Normalizer.normalize(
                                UNSEEN_DIRECTION.matcher(displayName).replaceAll(""),
                                Normalizer.Form.NFC)
                        .strip();
        if (displayName.isEmpty()
                || displayName.codePointCount(0, displayName.length()) > LONGEST_NAME
                || NO_PLAIN_LINE.matcher(displayName).find()) {
            throw GenericRefusal.invalid(
                    "/displayName", "A name has 1 to 100 characters and no markup.");
        }
        var language = Locale.forLanguageTag(locale);
        var region = language.getCountry();
        if (!LANGUAGES.contains(language.getLanguage())
                || !(region.isEmpty() || COUNTRIES.contains(region) || region.matches(AREA))) {
            throw GenericRefusal.invalid("/locale", "Not a known language, like en or pt-BR.");
        }
        locale = language.toLanguageTag();
        if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
            throw GenericRefusal.invalid("/timeZone", "Not a known zone, like Europe/Warsaw.");
        }
    }
}
