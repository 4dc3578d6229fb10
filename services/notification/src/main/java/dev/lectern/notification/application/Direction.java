package dev.lectern.notification.application;

import java.util.Locale;

/// Which way a language is written, as the `dir` of HTML.
public final class Direction {

    private Direction() {}

    public static String of(Locale locale) {
        return locale.getLanguage().equals("ar") ? "rtl" : "ltr";
    }
}
