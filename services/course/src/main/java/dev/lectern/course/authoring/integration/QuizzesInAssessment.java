package dev.lectern.course.authoring.integration;

import dev.lectern.common.integration.ServiceClients;
import dev.lectern.course.authoring.application.QuizRevisions;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.Materials;
import dev.lectern.course.authoring.domain.PinnedRevisions.PinnedQuiz;
import dev.lectern.course.authoring.integration.AssessmentApi.PinRequest;
import dev.lectern.course.authoring.integration.AssessmentApi.Revision;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Has assessment keep revisions. A quiz it does not know is not pinned, and the gate then says so.
@Component
class QuizzesInAssessment implements QuizRevisions {

    private final AssessmentApi assessment;

    QuizzesInAssessment(ServiceClients clients) {
        this.assessment = clients.client("assessment", AssessmentApi.class);
    }

    @Override
    public Map<UUID, PinnedQuiz> pin(CourseId course, List<UUID> quizzes) {
        var answer = assessment.pin(new PinRequest(course.value(), quizzes));
        return answer.revisions().stream()
                .collect(Collectors.toMap(Revision::quizId, QuizzesInAssessment::pinned));
    }

    private static PinnedQuiz pinned(Revision revision) {
        return new PinnedQuiz(
                revision.revisionId(),
                revision.reasons().stream()
                        .map(reason -> new Materials.Reason(reason.code(), reason.detail()))
                        .toList());
    }
}
