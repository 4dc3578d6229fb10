package dev.lectern.notification.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A fact that concerns one person.
///
/// @param occasion what tells two facts of a kind apart; the same one told again is no news
/// @param thingId what its link leads to
/// @param courseId the course whose title it names or whose page it leads to
/// @param detail the name of a role or of a badge
public record News(
        Kind kind,
        String occasion,
        UUID recipientId,
        UUID thingId,
        @Nullable UUID courseId,
        @Nullable Amount amount,
        @Nullable String detail) {

    /// Money in minor units of an ISO 4217 currency.
    public record Amount(long minor, String currency) {}

    public static News of(Kind kind, UUID recipient, UUID thing) {
        return new News(kind, thing.toString(), recipient, thing, null, null, null);
    }

    public News inCourse(UUID course) {
        return new News(kind, occasion, recipientId, thingId, course, amount, detail);
    }

    public News of(long minor, String currency) {
        return new News(
                kind,
                occasion,
                recipientId,
                thingId,
                courseId,
                new Amount(minor, currency),
                detail);
    }

    public News saying(String what) {
        return new News(kind, occasion, recipientId, thingId, courseId, amount, what);
    }

    /// The same thing, on an occasion of its own.
    public News on(Object another) {
        return new News(kind, another.toString(), recipientId, thingId, courseId, amount, detail);
    }
}
