package dev.lectern.gamification.application;

import java.util.Optional;
import java.util.UUID;

/// What the user service knows of people. A live call, never inside a transaction.
public interface People {

    /// What others see, and where somebody lives.
    record Person(String displayName, String timeZone) {}

    /// Empty when there is no such profile (yet).
    Optional<Person> person(UUID learnerId);
}
