package dev.lectern.course.authoring.application;

import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.CourseRefused;
import dev.lectern.course.authoring.domain.Materials;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Which quizzes a course has, from this service's own copy.
@Component
class CourseQuizzes {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CourseQuizzes(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Refuses a quiz that is none of the course's, or not heard of yet.
    ///
    /// @param pointer names the field in the refusal
    void requireKnown(CourseId course, @Nullable UUID quiz, String pointer) {
        if (quiz != null && !newestRevisions(course).containsKey(quiz)) {
            throw CourseRefused.referenceUnknown(pointer);
        }
    }

    /// Why each quiz cannot be taken; no reason for one that can.
    Map<UUID, List<Materials.Reason>> reasons(CourseId course) {
        var reasons = new HashMap<UUID, List<Materials.Reason>>();
        jdbc.sql("select quiz_id, reasons from copy_quiz where course_id = :course")
                .param("course", course.value())
                .query(row -> {
                    reasons.put(
                            row.getObject("quiz_id", UUID.class),
                            json.readValue(row.getString("reasons"), new TypeReference<>() {}));
                });
        return reasons;
    }

    /// The newest revision of each quiz.
    Map<UUID, UUID> newestRevisions(CourseId course) {
        var revisions = new HashMap<UUID, UUID>();
        jdbc.sql("select quiz_id, revision_id from copy_quiz where course_id = :course")
                .param("course", course.value())
                .query(row -> {
                    revisions.put(
                            row.getObject("quiz_id", UUID.class),
                            row.getObject("revision_id", UUID.class));
                });
        return revisions;
    }
}
