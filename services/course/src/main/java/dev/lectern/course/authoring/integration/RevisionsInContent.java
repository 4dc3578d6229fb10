package dev.lectern.course.authoring.integration;

import dev.lectern.common.integration.ServiceClients;
import dev.lectern.course.authoring.application.LessonRevisions;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.WrittenBody;
import dev.lectern.course.authoring.integration.ContentApi.PinRequest;
import dev.lectern.course.authoring.integration.ContentApi.Revision;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Has content keep revisions. A body that is empty, or that content does not know, is not pinned,
/// and the gate then says so.
@Component
class RevisionsInContent implements LessonRevisions {

    private final ContentApi content;

    RevisionsInContent(ServiceClients clients) {
        this.content = clients.client("content", ContentApi.class);
    }

    @Override
    public Map<UUID, WrittenBody> pin(CourseId course, List<UUID> lessons) {
        var answer = content.pin(new PinRequest(course.value(), lessons));
        return answer.revisions().stream()
                .filter(revision -> !revision.empty())
                .collect(Collectors.toMap(Revision::lessonId, RevisionsInContent::body));
    }

    private static WrittenBody body(Revision revision) {
        return new WrittenBody(
                revision.revisionId(), Objects.requireNonNullElse(revision.assets(), List.of()));
    }
}
