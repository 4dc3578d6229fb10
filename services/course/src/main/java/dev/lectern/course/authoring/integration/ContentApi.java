package dev.lectern.course.authoring.integration;

import dev.lectern.course.authoring.domain.ShownAsset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/// Content, as it is asked over REST.
@HttpExchange("/internal")
interface ContentApi {

    record PinRequest(UUID courseId, List<UUID> lessonIds) {}

    /// @param empty whether there is nothing in the body to read
    /// @param assets the images and files it shows, absent from a content that is older than they
    record Revision(
            UUID lessonId, UUID revisionId, boolean empty, @Nullable List<ShownAsset> assets) {}

    record PinResponse(List<Revision> revisions) {}

    @PostExchange("/revisions/pin")
    PinResponse pin(@RequestBody PinRequest request);
}
