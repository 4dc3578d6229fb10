package dev.lectern.course.authoring.integration;

import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/// Content, as it is asked over REST.
@HttpExchange("/internal")
interface ContentApi {

    record PinRequest(UUID courseId, List<UUID> lessonIds) {}

    /// @param empty whether there is nothing in the body to read
    record Revision(UUID lessonId, UUID revisionId, boolean empty) {}

    record PinResponse(List<Revision> revisions) {}

    @PostExchange("/revisions/pin")
    PinResponse pin(@RequestBody PinRequest request);
}
