package dev.lectern.course.authoring.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.course.authoring.application.OutlineView.LessonView;
import dev.lectern.course.authoring.application.OutlineView.SectionView;
import dev.lectern.course.authoring.application.OutlineView.Warning;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.Gate;
import dev.lectern.course.authoring.domain.Materials;
import dev.lectern.course.authoring.domain.Outline;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What members and reviewers may see of an outline, and what the gate says to it.
@Component
public class OutlineViews {

    private final StoredOutlines outlines;
    private final CourseMaterials materials;
    private final Clock clock;

    OutlineViews(StoredOutlines outlines, CourseMaterials materials, Clock clock) {
        this.outlines = outlines;
        this.materials = materials;
        this.clock = clock;
    }

    /// The outline of a course of the caller's; 404 for anybody else's.
    public OutlineView one(UUID course, Caller caller) {
        return view(outlines.ofMember(course, caller.id()));
    }

    /// Any outline, for those who review them.
    public OutlineView forReviewer(UUID course, Caller caller) {
        caller.requireAny(Reviewing.REVIEWERS);
        return view(outlines.any(course));
    }

    public GateView gate(UUID course, Caller caller) {
        var stored = outlines.ofMember(course, caller.id());
        var failures =
                Gate.failures(
                        stored.outline(),
                        stored.completion(),
                        stored.promoVideoId(),
                        materials.of(new CourseId(course)));
        return new GateView(failures.isEmpty(), failures, clock.instant());
    }

    /// One section with the version of the whole draft; 404 when it is gone.
    public Edited<SectionView> section(UUID course, UUID section, Caller caller) {
        var outline = one(course, caller);
        return outline.sections().stream()
                .filter(one -> one.id().equals(section))
                .findFirst()
                .map(found -> new Edited<>(outline.version(), found))
                .orElseThrow(GenericRefusal::notFound);
    }

    /// One lesson with the version of the whole draft; 404 when it is gone.
    public Edited<LessonView> lesson(UUID course, UUID lesson, Caller caller) {
        var outline = one(course, caller);
        return outline.sections().stream()
                .flatMap(section -> section.lessons().stream())
                .filter(one -> one.id().equals(lesson))
                .findFirst()
                .map(found -> new Edited<>(outline.version(), found))
                .orElseThrow(GenericRefusal::notFound);
    }

    /// A part of a draft and which edit of the whole it belongs to.
    public record Edited<T>(long version, T part) {}

    private OutlineView view(StoredOutlines.Stored stored) {
        var behind = materials.of(new CourseId(stored.courseId()));
        var sections = new ArrayList<SectionView>();
        for (var section : stored.outline().sections()) {
            sections.add(
                    new SectionView(
                            section.id(),
                            section.title(),
                            sections.size() + 1,
                            lessons(section, behind)));
        }
        return new OutlineView(
                stored.version(),
                stored.courseId(),
                stored.status(),
                stored.publishedVersion(),
                sections.stream()
                        .flatMap(section -> section.lessons().stream())
                        .mapToInt(LessonView::durationSeconds)
                        .sum(),
                sections);
    }

    private static List<LessonView> lessons(Outline.Section section, Materials behind) {
        var lessons = new ArrayList<LessonView>();
        for (var lesson : section.lessons()) {
            var warnings =
                    Gate.failuresOf(lesson, "", behind).stream()
                            .map(failure -> new Warning(failure.code()))
                            .toList();
            lessons.add(
                    new LessonView(
                            lesson.id(),
                            section.id(),
                            lesson.title(),
                            lesson.kind().name(),
                            lessons.size() + 1,
                            lesson.required(),
                            lesson.preview(),
                            lesson.ref(),
                            behind.secondsOf(lesson),
                            warnings));
        }
        return lessons;
    }
}
