package dev.lectern.auth.application;

import dev.lectern.common.problem.GenericRefusal;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a newcomer tells about himself. It belongs to user and is only passed on.
public record NewProfile(String displayName, String locale, String timeZone) {

    private static final int LONGEST_NAME = 80;
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[<>\\p{Cntrl}]");
    private static final Set<String> LANGUAGES =
            Set.copyOf(Arrays.asList(Locale.getISOLanguages()));

    public NewProfile {
        displayName = displayName.strip();
        if (displayName.isEmpty()
                || displayName.length() > LONGEST_NAME
                || NOT_IN_NAMES.matcher(displayName).find()) {
            throw GenericRefusal.invalid(
                    "/displayName", "A name has 1 to 80 characters and no markup.");
        }
        var language = Locale.forLanguageTag(locale);
        if (!LANGUAGES.contains(language.getLanguage())) {
            throw GenericRefusal.invalid("/locale", "This is not a language, like en or pt-BR.");
        }
        locale = language.toLanguageTag();
        if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
            throw GenericRefusal.invalid(
                    "/timeZone", "This is not a time zone, like Europe/Berlin.");
        }
    }
}
