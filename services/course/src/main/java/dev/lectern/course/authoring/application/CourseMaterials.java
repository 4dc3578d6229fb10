package dev.lectern.course.authoring.application;

import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.Materials;
import org.springframework.stereotype.Component;

/// What is behind the lessons of a course, as far as the neighbours have told.
@Component
class CourseMaterials {

    private final LessonBodies bodies;
    private final CourseQuizzes quizzes;

    CourseMaterials(LessonBodies bodies, CourseQuizzes quizzes) {
        this.bodies = bodies;
        this.quizzes = quizzes;
    }

    Materials of(CourseId course) {
        return new Materials(bodies.written(course), quizzes.reasons(course));
    }
}
