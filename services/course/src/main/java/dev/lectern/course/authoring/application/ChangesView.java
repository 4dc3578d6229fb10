package dev.lectern.course.authoring.application;

import java.util.List;
import java.util.UUID;

/// What the next version would bring, and to how many it would not come by itself.
///
/// @param learnersOnOlder how many are enrolled in a version before the next one
/// @param learners the same, version by version
/// @param added lessons the newest version does not have
/// @param removed lessons only the newest version has
/// @param changed lessons that differ from the newest version
public record ChangesView(
        long learnersOnOlder,
        List<VersionLearners> learners,
        List<LessonChange> added,
        List<LessonChange> removed,
        List<LessonChange> changed) {

    /// How many learn one version.
    ///
    /// @param version of the course
    /// @param learners who are enrolled in it
    public record VersionLearners(int version, long learners) {}

    /// A lesson that differs.
    public record LessonChange(UUID lessonId, String title) {}
}
