package dev.lectern.course.authoring.domain;

import dev.lectern.common.problem.GenericRefusal;

/// What a course, a section or a lesson is called.
public final class Title {

    public static final int LONGEST = 120;

    private Title() {}

    /// The title in this text; a text without one is refused.
    static String of(String text) {
        var title = text.strip();
        if (title.isEmpty() || title.length() > LONGEST) {
            throw GenericRefusal.invalid("/title", "1 to " + LONGEST + " characters.");
        }
        return title;
    }
}
