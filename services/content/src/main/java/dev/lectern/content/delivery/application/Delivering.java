package dev.lectern.content.delivery.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.content.delivery.application.LessonView.Ref;
import dev.lectern.content.delivery.domain.AccessDecision;
import dev.lectern.content.delivery.domain.LessonKind;
import dev.lectern.content.delivery.domain.PublishedVersion;
import dev.lectern.content.delivery.domain.PublishedVersion.Lesson;
import dev.lectern.content.delivery.domain.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Somebody opens a lesson. Everything is decided from this service's own copies, so that learning
/// goes on whatever else is down.
@Service
@Transactional(readOnly = true)
public class Delivering {

    private final PublishedVersions versions;
    private final Standings standings;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Delivering(PublishedVersions versions, Standings standings, JdbcClient jdbc, JsonMapper json) {
        this.versions = versions;
        this.standings = standings;
        this.jdbc = jdbc;
        this.json = json;
    }

    /// A learner gets the version the enrollment is pinned to, everybody else the one on offer. Of
    /// a withdrawn course strangers see nothing, previews included.
    public LessonView deliver(UUID lessonId, Optional<Caller> caller) {
        var offered = versions.courseOf(lessonId).orElseThrow(GenericRefusal::notFound);
        var standing =
                caller.map(person -> standings.of(person.id(), offered.courseId()))
                        .orElseGet(Standing.Stranger::new);
        if (offered.withdrawn() && standing instanceof Standing.Stranger) {
            throw GenericRefusal.notFound();
        }
        var number =
                standing instanceof Standing.Learner learner
                        ? learner.courseVersion()
                        : offered.version();
        // The grant may be here before the version it names; both are on their way.
        var version =
                versions.version(offered.courseId(), number)
                        .orElseThrow(
                                () -> GenericRefusal.unavailable("The lesson is not here yet."));
        var lesson = version.lesson(lessonId).orElseThrow(GenericRefusal::notFound);
        AccessDecision.of(lesson, version, standing).requireAllowed();
        return view(lesson, version);
    }

    private LessonView view(Lesson lesson, PublishedVersion version) {
        return new LessonView(
                lesson.id(),
                lesson.title(),
                lesson.kind().name(),
                version.number(),
                blocks(lesson),
                refOf(lesson),
                version.previousOf(lesson),
                version.nextOf(lesson));
    }

    /// A lesson of another kind may name a revision too, but not one of a body.
    private List<Map<String, Object>> blocks(Lesson lesson) {
        var revision = lesson.revisionId();
        return revision == null || lesson.kind() != LessonKind.ARTICLE
                ? List.of()
                : json.readValue(
                        jdbc.sql("select blocks from revision where id = :id")
                                .param("id", revision)
                                .query(String.class)
                                .single(),
                        new TypeReference<>() {});
    }

    private static @Nullable Ref refOf(Lesson lesson) {
        var id = lesson.refId();
        if (id == null) {
            return null;
        }
        return switch (lesson.kind()) {
            case ARTICLE -> null;
            case VIDEO -> new Ref(id, null, null);
            case QUIZ -> new Ref(null, id, null);
            case ASSIGNMENT -> new Ref(null, null, id);
        };
    }
}
