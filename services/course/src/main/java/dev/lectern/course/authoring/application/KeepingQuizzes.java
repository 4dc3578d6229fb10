package dev.lectern.course.authoring.application;

import dev.lectern.common.event.Received;
import dev.lectern.events.assessment.QuizChanged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Keeps a copy of what assessment tells: which quizzes there are, and whether they can be taken.
/// Told late or twice, an older state never replaces a newer one.
@Service
@Transactional
public class KeepingQuizzes {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    KeepingQuizzes(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void keep(Received<QuizChanged> received) {
        var quiz = received.event();
        jdbc.sql(
                        """
                        insert into copy_quiz (quiz_id, course_id, revision_id, reasons, sequence)
                        values (:quiz, :course, :revision, :reasons::jsonb, :sequence)
                        on conflict (quiz_id) do update
                        set course_id = excluded.course_id, revision_id = excluded.revision_id,
                            reasons = excluded.reasons, sequence = excluded.sequence
                        where copy_quiz.sequence < excluded.sequence
                        """)
                .param("quiz", quiz.quizId())
                .param("course", quiz.courseId())
                .param("revision", quiz.revisionId())
                .param("reasons", json.writeValueAsString(quiz.reasons()))
                .param("sequence", received.sequence())
                .update();
    }
}
