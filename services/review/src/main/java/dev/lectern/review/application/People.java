package dev.lectern.review.application;

import java.util.Optional;
import java.util.UUID;

/// User, as far as reviews need it. Asked outside any transaction.
public interface People {

    /// The name somebody shows to others; empty when there is nobody.
    Optional<String> nameOf(UUID user);
}
