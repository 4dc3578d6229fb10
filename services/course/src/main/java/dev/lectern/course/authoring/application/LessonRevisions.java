package dev.lectern.course.authoring.application;

import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.WrittenBody;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Content, as far as publishing needs it. Asked outside any transaction.
public interface LessonRevisions {

    /// Has content keep the bodies of these lessons as they are now.
    ///
    /// @return each that is not empty, by lesson
    Map<UUID, WrittenBody> pin(CourseId course, List<UUID> lessons);
}
