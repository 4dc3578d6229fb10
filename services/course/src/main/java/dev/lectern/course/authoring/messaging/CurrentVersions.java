package dev.lectern.course.authoring.messaging;

import dev.lectern.common.event.CurrentState;
import dev.lectern.course.authoring.domain.Completion;
import dev.lectern.course.authoring.domain.Course;
import dev.lectern.course.authoring.domain.Courses;
import dev.lectern.course.authoring.domain.PublishedVersion;
import dev.lectern.course.authoring.domain.PublishedVersions;
import dev.lectern.course.authoring.domain.VersionDocument;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.course.CoursePublished;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/// Every version of every course, for a copy that is built anew: somebody may be enrolled in any of
/// them. Those of one course come together, and the one that is offered is told last.
@Component
class CurrentVersions implements CurrentState {

    private final Courses courses;
    private final PublishedVersions versions;

    CurrentVersions(Courses courses, PublishedVersions versions) {
        this.courses = courses;
        this.versions = versions;
    }

    /// @param withdrawnAt since when it is offered to nobody, null while it is
    static CoursePublished of(PublishedVersion version, @Nullable Instant withdrawnAt) {
        var document = version.document();
        return new CoursePublished(
                version.id().courseId(),
                version.slug(),
                document.details().title(),
                version.id().version(),
                document.defaultRunId(),
                document.authorIds(),
                document.details().sequential(),
                completion(document.details().completion()),
                document.sections().stream().map(CurrentVersions::section).toList(),
                document.details().coverAssetId(),
                withdrawnAt,
                document.details().promoVideoId());
    }

    @Override
    public Class<? extends ContractEvent> type() {
        return CoursePublished.class;
    }

    @Override
    public List<Snapshot> after(@Nullable UUID id, int limit) {
        var found =
                courses
                        .findByPublishedVersionIsNotNullAndIdValueGreaterThanOrderByIdValue(
                                CurrentState.startingAfter(id), Limit.of(limit))
                        .stream()
                        .collect(
                                Collectors.toMap(
                                        course -> course.id().value(), Function.identity()));
        return versions.findByIdCourseIdInOrderByIdCourseIdAscIdVersionAsc(found.keySet()).stream()
                .collect(
                        Collectors.groupingBy(
                                version -> version.id().courseId(),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .values()
                .stream()
                .flatMap(ofOne -> {
                    var course =
                            Objects.requireNonNull(found.get(ofOne.getFirst().id().courseId()));
                    return ofOne.stream()
                            .sorted(Comparator.comparing(one -> isOffered(one, course)))
                            .map(one -> snapshot(one, course));
                })
                .toList();
    }

    private static Snapshot snapshot(PublishedVersion version, Course course) {
        return new Snapshot(
                course.id().value(),
                of(version, isOffered(version, course) ? course.withdrawnAt() : null));
    }

    private static boolean isOffered(PublishedVersion version, Course course) {
        return course.offeredVersion() == version.id().version();
    }

    private static CoursePublished.@Nullable Completion completion(@Nullable Completion asked) {
        return asked == null
                ? null
                : new CoursePublished.Completion(asked.finalQuizId(), asked.minScorePercent());
    }

    private static CoursePublished.Section section(VersionDocument.Section section) {
        return new CoursePublished.Section(
                section.id(),
                section.title(),
                section.lessons().stream().map(CurrentVersions::lesson).toList());
    }

    private static CoursePublished.Lesson lesson(VersionDocument.Lesson lesson) {
        return new CoursePublished.Lesson(
                lesson.id(),
                lesson.title(),
                lesson.kind().name(),
                lesson.required(),
                lesson.preview(),
                lesson.durationSeconds(),
                lesson.revisionId(),
                lesson.refId(),
                lesson.assetIds());
    }
}
