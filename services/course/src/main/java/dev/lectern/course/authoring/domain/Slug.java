package dev.lectern.course.authoring.domain;

import java.text.Normalizer;
import java.util.Locale;

/// The readable name of a course in an address.
public final class Slug {

    private static final int LONGEST = 80;

    private Slug() {}

    /// What a title would like to be called: its words in small letters, joined by hyphens. Latin
    /// letters lose their accents, other scripts stay as they are.
    public static String of(String title) {
        var plain =
                Normalizer.normalize(title, Normalizer.Form.NFKD)
                        .replaceAll("[\\u0300-\\u036f]", "");
        var joined =
                Normalizer.normalize(plain, Normalizer.Form.NFC)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-");
        var slug =
                joined.codePoints()
                        .limit(LONGEST)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString()
                        .replaceAll("^-|-$", "");
        return slug.isEmpty() ? "course" : slug;
    }
}
