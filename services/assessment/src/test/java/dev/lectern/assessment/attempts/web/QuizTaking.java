package dev.lectern.assessment.attempts.web;

import static dev.lectern.assessment.School.idOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.assessment.Hearing;
import dev.lectern.assessment.School;
import dev.lectern.assessment.School.Course;
import dev.lectern.assessment.TurnableClock.Turnable;
import dev.lectern.client.Answer;
import dev.lectern.testing.facts.Enrolled;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A course whose bank has six questions, and Leo, who is enrolled in it.
@SuppressWarnings("NullAway.Init")
abstract class QuizTaking {

    @Autowired School school;
    @Autowired Hearing hears;
    @Autowired Turnable clock;
    @Autowired JdbcClient database;

    Course course;
    UUID bank;
    Enrolled enrolled;
    UUID leo;

    @BeforeEach
    final void aCourse() {
        course = school.aCourse();
        bank = school.bankOf(6, course);
        enrolled = school.enroll(course, 1);
        leo = enrolled.learner();
    }

    @AfterEach
    final void turnTheClockBack() {
        clock.backToNow();
    }

    /// A quiz of five questions that the first version shows; what else it asks for comes in pairs.
    UUID published(Object... more) {
        var quiz = school.quiz(course, bank, 5, more);
        school.publish(course, 1, quiz);
        return quiz;
    }

    static List<String> frozen(JsonNode attempt) {
        return attempt.get("questions")
                .valueStream()
                .map(question -> question.get("id").asString() + question.get("options"))
                .toList();
    }

    static void assertCode(String code, Answer answer) {
        assertThat(answer.code()).as(answer.body()).isEqualTo(code);
    }

    int attemptsOf(UUID learner) {
        return count("select count(*) from attempt where learner_id = :id", learner);
    }

    int answersOf(JsonNode attempt) {
        return count("select count(*) from answer where attempt_id = :id", idOf(attempt));
    }

    int gradesOf(JsonNode attempt) {
        return count("select count(*) from grade where attempt_id = :id", idOf(attempt));
    }

    /// The scheduler runs by the clock of the machine.
    void bringForward(JsonNode attempt) {
        assertThat(
                        database.sql(
                                        """
                                        update scheduled_tasks set execution_time = now()
                                        where task_name = 'submit-overdue' and task_instance = :id
                                        """)
                                .param("id", idOf(attempt).toString())
                                .update())
                .isEqualTo(1);
    }

    boolean waitsForTheEnd(JsonNode attempt) {
        return database.sql(
                        """
                        select exists (select 1 from scheduled_tasks
                                       where task_instance = :id and not picked
                                         and execution_time > now() + interval '30 seconds')
                        """)
                .param("id", idOf(attempt).toString())
                .query(Boolean.class)
                .single();
    }

    int told(String type, UUID quiz) {
        return database.sql("select count(*) from outbox where type = :type and payload like :quiz")
                .param("type", type)
                .param("quiz", "%" + quiz + "%")
                .query(Integer.class)
                .single();
    }

    int count(String sql, UUID id) {
        return database.sql(sql).param("id", id).query(Integer.class).single();
    }
}
