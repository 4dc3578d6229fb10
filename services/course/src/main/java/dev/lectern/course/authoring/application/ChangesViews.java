package dev.lectern.course.authoring.application;

import dev.lectern.common.security.Caller;
import dev.lectern.course.authoring.application.ChangesView.LessonChange;
import dev.lectern.course.authoring.application.ChangesView.VersionLearners;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.Outline;
import dev.lectern.course.authoring.domain.PublishedVersion;
import dev.lectern.course.authoring.domain.PublishedVersions;
import dev.lectern.course.authoring.domain.VersionDocument;
import dev.lectern.course.authoring.domain.VersionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Compares a draft with the newest version.
@Component
public class ChangesViews {

    private final StoredOutlines outlines;
    private final PublishedVersions versions;
    private final LessonBodies bodies;
    private final CourseQuizzes quizzes;
    private final JdbcClient jdbc;

    ChangesViews(
            StoredOutlines outlines,
            PublishedVersions versions,
            LessonBodies bodies,
            CourseQuizzes quizzes,
            JdbcClient jdbc) {
        this.outlines = outlines;
        this.versions = versions;
        this.bodies = bodies;
        this.quizzes = quizzes;
        this.jdbc = jdbc;
    }

    /// What publishing now would change; before the first version everything is new.
    public ChangesView of(UUID course, Caller caller) {
        var stored = outlines.ofMember(course, caller.id());
        var draft = stored.outline();
        var published = published(course, stored);
        var id = new CourseId(course);
        var revisions = new HashMap<UUID, UUID>();
        bodies.written(id).forEach((lesson, body) -> revisions.put(lesson, body.revisionId()));
        revisions.putAll(quizzes.newestRevisions(id));
        var learners = learners(course);
        return new ChangesView(
                learners.stream().mapToLong(VersionLearners::learners).sum(),
                learners,
                draft.lessons()
                        .filter(lesson -> !published.containsKey(lesson.id()))
                        .map(ChangesViews::change)
                        .toList(),
                published.values().stream()
                        .filter(lesson -> draft.lesson(lesson.id()).isEmpty())
                        .map(lesson -> new LessonChange(lesson.id(), lesson.title()))
                        .toList(),
                draft.lessons()
                        .filter(lesson -> differs(lesson, published.get(lesson.id()), revisions))
                        .map(ChangesViews::change)
                        .toList());
    }

    private Map<UUID, VersionDocument.Lesson> published(UUID course, StoredOutlines.Stored stored) {
        if (stored.publishedVersion() == null) {
            return Map.of();
        }
        return versions
                .findById(new VersionId(course, stored.publishedVersion()))
                .map(PublishedVersion::document)
                .stream()
                .flatMap(document -> document.sections().stream())
                .flatMap(section -> section.lessons().stream())
                .collect(Collectors.toMap(VersionDocument.Lesson::id, Function.identity()));
    }

    private static boolean differs(
            Outline.Lesson draft,
            VersionDocument.@Nullable Lesson published,
            Map<UUID, UUID> revisions) {
        if (published == null) {
            return false;
        }
        var unpinned =
                new Outline.Lesson(
                        published.id(),
                        published.title(),
                        published.kind(),
                        published.required(),
                        published.preview(),
                        published.refId());
        var revision = revisions.get(draft.refId() == null ? draft.id() : draft.refId());
        return !draft.equals(unpinned)
                || (revision != null && !revision.equals(published.revisionId()));
    }

    private static LessonChange change(Outline.Lesson lesson) {
        return new LessonChange(lesson.id(), lesson.title());
    }

    private List<VersionLearners> learners(UUID course) {
        return jdbc.sql(
                        """
                        select course_version as version, count(distinct learner_id) as learners
                        from copy_enrollment
                        where course_id = :course and in_force and course_version is not null
                        group by course_version order by course_version
                        """)
                .param("course", course)
                .query(VersionLearners.class)
                .list();
    }
}
