package dev.lectern.course.authoring.application;

import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.PinnedRevisions;
import java.util.List;
import java.util.UUID;

/// Content, as far as publishing needs it. Asked outside any transaction.
public interface LessonRevisions {

    /// Has content keep the bodies of these lessons as they are now.
    PinnedRevisions pin(CourseId course, List<UUID> lessons);
}
