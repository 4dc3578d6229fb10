package dev.lectern.notification.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody can be told. The path is where the application shows it.
public enum Kind {
    ENROLLED("/courses/{course}"),
    COURSE_COMPLETED("/courses/{course}"),
    CERTIFICATE_ISSUED("/certificates/{thing}"),
    CERTIFICATE_REVOKED("/certificates/{thing}"),
    WORK_GRADED("/courses/{course}"),
    ORDER_PAID("/orders/{thing}"),
    SEAT_OFFERED("/orders/{thing}"),
    REFUND_SETTLED("/orders/{thing}"),
    PARTIAL_REFUND_SETTLED("/orders/{thing}"),
    REFUND_REJECTED("/orders/{thing}"),
    BADGE_EARNED("/badges"),
    VIDEO_READY("/studio/courses/{course}"),
    VIDEO_FAILED("/studio/courses/{course}"),
    COURSE_PUBLISHED("/studio/courses/{course}"),
    INSTRUCTOR_APPROVED("/studio"),
    /// Somebody who did not expect it must hear of it, whatever they switched off.
    STAFF_ROLE_GRANTED("/account");

    private final String path;

    Kind(String path) {
        this.path = path;
    }

    /// Where the thing it is about can be seen, below the public address.
    public String linkTo(UUID thing, @Nullable UUID course) {
        return path.replace("{thing}", thing.toString())
                .replace("{course}", String.valueOf(course));
    }

    /// Whether it protects an account, so that its mail cannot be switched off.
    public boolean isSecurity() {
        return this == STAFF_ROLE_GRANTED;
    }

    /// Whether nobody can switch it off there.
    public boolean isFixedOn(Channel channel) {
        return channel == Channel.EMAIL && isSecurity();
    }
}
