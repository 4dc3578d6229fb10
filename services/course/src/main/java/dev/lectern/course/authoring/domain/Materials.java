package dev.lectern.course.authoring.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What there is behind the lessons of a course.
///
/// @param written the lessons that have a body to read
/// @param quizzes by id why each cannot be taken; no reason for one that can
public record Materials(Set<UUID> written, Map<UUID, List<Reason>> quizzes) {

    /// @param code as the gate says it
    public record Reason(String code, String detail) {}

    public Materials {
        written = Set.copyOf(written);
        quizzes = Map.copyOf(quizzes);
    }
}
