package dev.lectern.course.authoring.application;

import dev.lectern.course.authoring.domain.CourseId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Content, as far as publishing needs it. Asked outside any transaction.
public interface LessonRevisions {

    /// Has content keep the bodies of these lessons as they are now.
    ///
    /// @return the revision of each that is not empty
    Map<UUID, UUID> pin(CourseId course, List<UUID> lessons);
}
