package dev.lectern.course.authoring.application;

import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.PinnedRevisions.PinnedQuiz;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Assessment, as far as publishing needs it. Asked outside any transaction.
public interface QuizRevisions {

    /// Has assessment keep these quizzes as they are now.
    Map<UUID, PinnedQuiz> pin(CourseId course, List<UUID> quizzes);
}
