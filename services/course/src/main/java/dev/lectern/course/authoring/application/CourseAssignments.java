package dev.lectern.course.authoring.application;

import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.CourseRefused;
import dev.lectern.events.assessment.AssignmentWritten;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which assignments a course has, from this service's own copy. An assignment never changes, so it
/// may be told late and twice.
@Component
@Transactional
public class CourseAssignments {

    private final JdbcClient jdbc;

    CourseAssignments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(AssignmentWritten assignment) {
        jdbc.sql(
                        """
                        insert into copy_assignment (assignment_id, course_id)
                        values (:assignment, :course) on conflict do nothing
                        """)
                .param("assignment", assignment.assignmentId())
                .param("course", assignment.courseId())
                .update();
    }

    /// Refuses an assignment that is none of the course's, or not heard of yet.
    ///
    /// @param pointer names the field in the refusal
    void requireKnown(CourseId course, @Nullable UUID assignment, String pointer) {
        if (assignment != null && !written(course).contains(assignment)) {
            throw CourseRefused.referenceUnknown(pointer);
        }
    }

    Set<UUID> written(CourseId course) {
        return new HashSet<>(
                jdbc.sql("select assignment_id from copy_assignment where course_id = :course")
                        .param("course", course.value())
                        .query(UUID.class)
                        .list());
    }
}
