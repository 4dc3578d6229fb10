package dev.lectern.auth.domain;

/// Knows passwords that attackers try first.
public interface LeakedPasswords {

    boolean contains(RawPassword password);
}
