package dev.lectern.course.authoring.integration;

import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/// Assessment, as it is asked over REST.
@HttpExchange("/internal")
interface AssessmentApi {

    record PinRequest(UUID courseId, List<UUID> quizIds) {}

    record Reason(String code, String detail) {}

    /// @param reasons why it cannot be taken
    record Revision(UUID quizId, UUID revisionId, List<Reason> reasons) {}

    record PinResponse(List<Revision> revisions) {}

    @PostExchange("/quizzes/pin")
    PinResponse pin(@RequestBody PinRequest request);
}
