package dev.lectern.course.authoring.domain;

import dev.lectern.common.problem.GenericRefusal;
import java.util.UUID;

/// What completing a course asks for besides its lessons.
///
/// @param finalQuizId the quiz that decides
/// @param minScorePercent 0 to 100, the least score in it
public record Completion(UUID finalQuizId, int minScorePercent) {

    public Completion {
        if (minScorePercent < 0 || minScorePercent > 100) {
            throw GenericRefusal.invalid("/completion/minScorePercent", "0 to 100.");
        }
    }
}
