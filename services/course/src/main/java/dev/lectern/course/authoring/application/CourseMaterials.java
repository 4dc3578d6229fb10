package dev.lectern.course.authoring.application;

import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.LessonReference;
import dev.lectern.course.authoring.domain.Materials;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is behind the lessons of a course, as far as the neighbours have told.
@Component
class CourseMaterials {

    private final LessonBodies bodies;
    private final CourseAssets assets;
    private final CourseQuizzes quizzes;
    private final CourseVideos videos;
    private final CourseAssignments assignments;
    private final CoursePrices prices;
    private final CourseCovers covers;

    CourseMaterials(
            LessonBodies bodies,
            CourseAssets assets,
            CourseQuizzes quizzes,
            CourseVideos videos,
            CourseAssignments assignments,
            CoursePrices prices,
            CourseCovers covers) {
        this.bodies = bodies;
        this.assets = assets;
        this.quizzes = quizzes;
        this.videos = videos;
        this.assignments = assignments;
        this.prices = prices;
        this.covers = covers;
    }

    Materials of(CourseId course) {
        return new Materials(
                bodies.written(course),
                assets.ready(course),
                quizzes.reasons(course),
                videos.playable(course),
                assignments.written(course),
                prices.isKnown(course),
                covers.suffice(course));
    }

    /// Refuses to show what is none of the course's, or was not heard of yet.
    void requireKnown(CourseId course, @Nullable LessonReference shown) {
        if (shown != null) {
            quizzes.requireKnown(course, shown.quizId(), "/ref");
            videos.requireKnown(course, shown.videoId(), "/ref");
            assignments.requireKnown(course, shown.assignmentId(), "/ref");
        }
    }
}
