package dev.lectern.user.profiles.domain;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of a person; made by auth and the subject of their tokens.
@Embeddable
public record UserId(UUID value) implements Serializable {}
