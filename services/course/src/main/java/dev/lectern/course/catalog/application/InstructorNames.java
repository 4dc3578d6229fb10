package dev.lectern.course.catalog.application;

import java.util.Optional;
import java.util.UUID;

/// User, as far as the catalog needs it. Asked outside any transaction.
public interface InstructorNames {

    /// The name somebody shows to others; empty when there is nobody.
    Optional<String> nameOf(UUID user);
}
