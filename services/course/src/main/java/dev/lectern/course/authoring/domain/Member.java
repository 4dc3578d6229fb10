package dev.lectern.course.authoring.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/// Somebody who may edit a course.
@Embeddable
public record Member(UUID userId, @Enumerated(EnumType.STRING) Role role) {

    /// As what somebody edits; the names are those on the wire.
    public enum Role {
        AUTHOR
    }
}
