package dev.lectern.auth.domain;

import java.text.Normalizer;

/// A password as typed. It never reaches a log: its text form hides it.
public record RawPassword(String value) {

    /// What a longer one costs to hash buys no security.
    public static final int LONGEST = 128;

    public RawPassword {
        // Another keyboard may compose the same letters otherwise.
        value = Normalizer.normalize(value, Normalizer.Form.NFKC);
    }

    @Override
    public String toString() {
        return "RawPassword[hidden]";
    }
}
