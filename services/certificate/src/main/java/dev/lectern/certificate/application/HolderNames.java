package dev.lectern.certificate.application;

import java.util.UUID;

/// The names of people, which the user service knows. A live call, never inside a transaction.
public interface HolderNames {

    /// The name others see.
    String of(UUID learnerId);
}
