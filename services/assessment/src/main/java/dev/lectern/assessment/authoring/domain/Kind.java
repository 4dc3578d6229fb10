package dev.lectern.assessment.authoring.domain;

/// What a question asks for.
public enum Kind {
    /// One of several options.
    SINGLE,
    /// Every option that is right, and no other.
    MULTIPLE,
    /// One of two.
    TRUE_FALSE,
    /// A number, as near as the tolerance allows.
    NUMERIC,
    /// A few words, one of those that are accepted.
    SHORT_TEXT;

    /// Whether it is answered by choosing.
    public boolean hasOptions() {
        return switch (this) {
            case SINGLE, MULTIPLE, TRUE_FALSE -> true;
            case NUMERIC, SHORT_TEXT -> false;
        };
    }
}
