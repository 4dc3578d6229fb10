package dev.lectern.review.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/// What the author of the course answers.
@Embeddable
public record Reply(
        @Column(name = "reply_text") String text,
        @Column(name = "replied_by") UUID by,
        @Column(name = "replied_at") Instant at) {}
