package dev.lectern.course.authoring.application;

import java.util.List;
import java.util.UUID;

/// What the next version would bring, and to how many it would not come by itself.
///
/// @param learnersOnOlder who is enrolled in a version before the next one
/// @param learners the same, version by version
public record ChangesView(
        long learnersOnOlder,
        List<VersionLearners> learners,
        List<LessonChange> added,
        List<LessonChange> removed,
        List<LessonChange> changed) {

    public record VersionLearners(int version, long learners) {}

    public record LessonChange(UUID lessonId, String title) {}
}
