package dev.lectern.course.authoring.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.IfMatch;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.CourseStatus;
import dev.lectern.course.authoring.domain.Courses;
import dev.lectern.course.authoring.domain.Outline;
import dev.lectern.course.authoring.domain.PinnedRevisions;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The step before a version is published: content keeps the bodies as they are, assessment the
/// quizzes. Pinning again does no harm, and pins of a version that then is refused are never shown.
@Service
public class PinningBodies {

    private static final Outline NOTHING = new Outline(List.of());

    private final Courses courses;
    private final Drafts drafts;
    private final LessonRevisions bodies;
    private final CourseAssets assets;
    private final QuizRevisions quizzes;
    private final CourseVideos videos;
    private final CourseAssignments assignments;
    private final CoursePrices prices;
    private final CourseCovers covers;
    private final TransactionTemplate transaction;

    PinningBodies(
            Courses courses,
            Drafts drafts,
            LessonRevisions bodies,
            CourseAssets assets,
            QuizRevisions quizzes,
            CourseVideos videos,
            CourseAssignments assignments,
            CoursePrices prices,
            CourseCovers covers,
            PlatformTransactionManager transactions) {
        this.courses = courses;
        this.drafts = drafts;
        this.bodies = bodies;
        this.assets = assets;
        this.quizzes = quizzes;
        this.videos = videos;
        this.assignments = assignments;
        this.prices = prices;
        this.covers = covers;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Pins what would be approved now. They are asked only where the approval can succeed; what
    /// else there is to say is said by the approval itself.
    public PinnedRevisions forApproval(CourseId id, Caller caller) {
        caller.requireAny(Reviewing.REVIEWERS);
        return pin(
                id,
                () -> {
                    var course = courses.findById(id).orElseThrow(GenericRefusal::notFound);
                    return course.status() == CourseStatus.SUBMITTED ? course.outline() : NOTHING;
                });
    }

    /// Pins what would be published next; the same holds.
    public PinnedRevisions forNextVersion(CourseId id, IfMatch ifMatch, Caller caller) {
        return pin(
                id,
                () -> {
                    var course = drafts.open(id, caller);
                    return course.isPublished()
                                    && ifMatch.etag().equals(IfMatch.etagOf(course.version()))
                            ? course.outline()
                            : NOTHING;
                });
    }

    private PinnedRevisions pin(CourseId id, Supplier<Outline> draft) {
        Outline outline = transaction.execute(status -> draft.get());
        var articles = outline.articles();
        var shown = outline.quizzes();
        return new PinnedRevisions(
                articles.isEmpty() ? Map.of() : bodies.pin(id, articles),
                assets.ready(id),
                shown.isEmpty() ? Map.of() : quizzes.pin(id, shown),
                videos.playable(id),
                assignments.written(id),
                prices.isKnown(id),
                covers.suffice(id));
    }
}
