package dev.lectern.auth.integration;

/// Names no row can have, so that looking one up must find nothing and not fail.
final class Unstorable {

    private Unstorable() {}

    /// Whether Postgres would refuse to compare this with a text of its own.
    static boolean is(String text) {
        return text.indexOf('\0') >= 0;
    }
}
