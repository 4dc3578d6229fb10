package dev.lectern.user.profiles.domain;

import dev.lectern.common.problem.GenericRefusal;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Locale;
import java.util.Set;

/// The language somebody reads, as a BCP 47 tag of language, script and region: `en`, `pt-BR`,
/// `zh-Hans`.
@Embeddable
public record Language(String value) implements Serializable {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /// A region of several countries, such as 419 in `es-419`.
    private static final String AREA = "[0-9]{3}";

    public Language {
        var tag = Locale.forLanguageTag(value);
        var region = tag.getCountry();
        if (!LANGUAGES.contains(tag.getLanguage())
                || !(region.isEmpty() || COUNTRIES.contains(region) || region.matches(AREA))) {
            throw GenericRefusal.invalid("/locale", "Not a known language, like en or pt-BR.");
        }
        // Variants and extensions say nothing we use.
        value =
                new Locale.Builder()
                        .setLanguage(tag.getLanguage())
                        .setScript(tag.getScript())
                        .setRegion(region)
                        .build()
                        .toLanguageTag();
    }
}
