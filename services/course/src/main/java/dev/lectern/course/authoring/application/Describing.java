package dev.lectern.course.authoring.application;

import dev.lectern.common.security.Caller;
import dev.lectern.common.web.IfMatch;
import dev.lectern.course.authoring.domain.CourseDetails;
import dev.lectern.course.authoring.domain.CourseId;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// An author says what a course is about.
@Service
@Transactional
public class Describing {

    private final Drafts drafts;
    private final Slugs slugs;
    private final CourseQuizzes quizzes;
    private final CourseCovers covers;
    private final CourseVideos videos;

    Describing(
            Drafts drafts,
            Slugs slugs,
            CourseQuizzes quizzes,
            CourseCovers covers,
            CourseVideos videos) {
        this.drafts = drafts;
        this.slugs = slugs;
        this.quizzes = quizzes;
        this.covers = covers;
        this.videos = videos;
    }

    /// @param change what becomes of the details as they are now
    public void describe(
            CourseId id, UnaryOperator<CourseDetails> change, IfMatch ifMatch, Caller caller) {
        var course = drafts.open(id, ifMatch, caller);
        var details = change.apply(course.details());
        course.describe(
                details,
                course.isPublished() ? course.slug() : slugs.forTitle(id, details.title()));
        if (details.completion() != null) {
            quizzes.requireKnown(id, details.completion().finalQuizId(), "/completion/finalQuizId");
        }
        covers.requireKnown(id, details.coverAssetId(), "/coverAssetId");
        videos.requireNotForeign(id, details.promoVideoId(), "/promoVideoId");
        drafts.save(course);
    }
}
