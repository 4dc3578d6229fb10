package dev.lectern.certificate.domain;

/// Where the published status lists tell whether a certificate was revoked: its list, counted from
/// one, and its bit therein.
public record StatusPlace(int list, int place) {

    /// The bits of one list, the fewest that are allowed: among so many nobody is seen.
    public static final int PLACES = 131_072;

    public StatusPlace {
        if (list < 1 || place < 0 || place >= PLACES) {
            throw new IllegalArgumentException("no place of a status list");
        }
    }
}
