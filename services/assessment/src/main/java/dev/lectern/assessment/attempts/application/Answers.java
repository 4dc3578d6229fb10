package dev.lectern.assessment.attempts.application;

import dev.lectern.assessment.attempts.application.AttemptView.AnswerView;
import dev.lectern.assessment.attempts.domain.AttemptId;
import dev.lectern.assessment.attempts.domain.AttemptRefused;
import dev.lectern.assessment.attempts.domain.Response;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The answers of attempts, each a row of its own: saving one touches no other, and not the
/// attempt.
@Component
class Answers {

    private static final String SELECT =
            """
            select question_id, sequence, response, saved_at from answer
            where attempt_id = :attempt
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Answers(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Saves an answer over an older one. The same answer again is the repeated request of a device
    /// that did not hear the first time.
    AnswerView save(
            AttemptId attempt, UUID question, long sequence, Response response, Instant now) {
        var saved =
                new AnswerView(
                        question,
                        sequence,
                        ResponseView.of(response),
                        now.truncatedTo(ChronoUnit.MICROS));
        if (isNewer(attempt, saved)) {
            return saved;
        }
        var known = of(attempt, question);
        if (known.sequence() == sequence && known.response().equals(saved.response())) {
            return known;
        }
        throw AttemptRefused.sequenceStale();
    }

    Map<UUID, AnswerView> of(AttemptId attempt) {
        var answers = new HashMap<UUID, AnswerView>();
        jdbc.sql(SELECT)
                .param("attempt", attempt.value())
                .query(this::answer)
                .list()
                .forEach(answer -> answers.put(answer.questionId(), answer));
        return answers;
    }

    /// What grading asks for.
    Map<UUID, Response> responses(AttemptId attempt) {
        var responses = new HashMap<UUID, Response>();
        of(attempt)
                .forEach((question, answer) ->
                        responses.put(question, answer.response().toResponse()));
        return responses;
    }

    private AnswerView of(AttemptId attempt, UUID question) {
        return jdbc.sql(SELECT + " and question_id = :question")
                .param("attempt", attempt.value())
                .param("question", question)
                .query(this::answer)
                .single();
    }

    private boolean isNewer(AttemptId attempt, AnswerView answer) {
        return jdbc.sql(
                                """
                                insert into answer
                                    (attempt_id, question_id, sequence, response, saved_at)
                                values (:attempt, :question, :sequence, :response::jsonb, :now)
                                on conflict (attempt_id, question_id) do update
                                set sequence = excluded.sequence, response = excluded.response,
                                    saved_at = excluded.saved_at
                                where answer.sequence < excluded.sequence
                                """)
                        .param("attempt", attempt.value())
                        .param("question", answer.questionId())
                        .param("sequence", answer.sequence())
                        .param("response", json.writeValueAsString(answer.response()))
                        .param("now", answer.savedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private AnswerView answer(ResultSet row, int number) throws SQLException {
        return new AnswerView(
                row.getObject("question_id", UUID.class),
                row.getLong("sequence"),
                json.readValue(row.getString("response"), ResponseView.class),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }
}
