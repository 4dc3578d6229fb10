package dev.lectern.assessment.authoring.application;

import dev.lectern.assessment.authoring.application.QuizView.ReasonView;
import dev.lectern.assessment.authoring.domain.Readiness;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Course is about to publish: the newest revision of each quiz is kept for ever. May be repeated;
/// a revision that was pinned and never published is only kept for nothing. A quiz that is unknown
/// in that course is left out: whether a version can be published without it is course's to say.
@Service
@Transactional
public class PinningQuizzes {

    private final CourseMembers members;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    PinningQuizzes(CourseMembers members, JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.members = members;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /// What course asks for.
    public record Pin(UUID courseId, List<UUID> quizIds) {}

    /// @return the newest revisions of those that are known, in the order they were named
    public List<PinnedView> pin(Pin command) {
        if (command.quizIds().isEmpty()) {
            return List.of();
        }
        members.hold(command.courseId());
        var newest = newestOf(command);
        jdbc.sql(
                        """
                        insert into pinned_revision (revision_id, pinned_at)
                        select revision_id, :now from quiz
                        where course_id = :course and id in (:quizzes)
                        on conflict do nothing
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("course", command.courseId())
                .param("quizzes", command.quizIds())
                .update();
        return command.quizIds().stream().filter(newest::containsKey).map(newest::get).toList();
    }

    private Map<UUID, PinnedView> newestOf(Pin command) {
        return jdbc
                .sql(
                        """
                        select id, revision_id, reasons from quiz
                        where course_id = :course and id in (:quizzes)
                        """)
                .param("course", command.courseId())
                .param("quizzes", command.quizIds())
                .query(this::pinned)
                .list()
                .stream()
                .collect(Collectors.toMap(PinnedView::quizId, Function.identity()));
    }

    private PinnedView pinned(ResultSet row, int number) throws SQLException {
        var reasons =
                json.readValue(
                        row.getString("reasons"), new TypeReference<List<Readiness.Reason>>() {});
        return new PinnedView(
                row.getObject("id", UUID.class),
                row.getObject("revision_id", UUID.class),
                reasons.isEmpty(),
                reasons.stream()
                        .map(reason -> new ReasonView(reason.code(), reason.detail()))
                        .toList());
    }
}
