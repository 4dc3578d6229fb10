package dev.lectern.auth.domain;

/// A password as typed. It never reaches a log: its text form hides it.
public record RawPassword(String value) {

    /// What a longer one costs to hash buys no security.
    public static final int LONGEST = 128;

    @Override
    public String toString() {
        return "RawPassword[hidden]";
    }
}
