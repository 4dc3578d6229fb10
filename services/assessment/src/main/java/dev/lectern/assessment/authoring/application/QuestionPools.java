package dev.lectern.assessment.authoring.application;

import dev.lectern.assessment.authoring.domain.AuthoringRefused;
import dev.lectern.assessment.authoring.domain.Draw;
import dev.lectern.assessment.authoring.domain.Pool;
import dev.lectern.assessment.authoring.domain.QuestionId;
import dev.lectern.assessment.authoring.domain.QuizPlan;
import dev.lectern.assessment.authoring.domain.QuizRevision;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a bank holds, now and at any revision before.
@Component
public class QuestionPools {

    private final JdbcClient jdbc;

    QuestionPools(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// For each draw what there is to draw from now. A quiz draws from the banks of its own course.
    List<Pool> now(UUID course, QuizPlan plan) {
        return IntStream.range(0, plan.draws().size())
                .mapToObj(i -> {
                    var draw = plan.draws().get(i);
                    var revision =
                            revisionOf(draw.bankId(), course)
                                    .orElseThrow(() -> AuthoringRefused.bankUnknown(i));
                    return pool(draw, revision);
                })
                .toList();
    }

    /// For each draw what there was to draw from when the revision was made.
    public List<Pool> at(QuizRevision revision) {
        var draws = revision.plan().draws();
        return IntStream.range(0, draws.size())
                .mapToObj(i -> pool(draws.get(i), revision.bankRevisions().get(i)))
                .toList();
    }

    private Optional<Integer> revisionOf(UUID bank, UUID course) {
        return jdbc.sql("select revision from bank where id = :bank and course_id = :course")
                .param("bank", bank)
                .param("course", course)
                .query(Integer.class)
                .optional();
    }

    private Pool pool(Draw draw, int revision) {
        var questions =
                jdbc.sql(
                                """
                                select question_id, version from question_version
                                where bank_id = :bank and since_revision <= :revision
                                  and (until_revision is null or until_revision > :revision)
                                  and (:tag::text is null
                                       or jsonb_exists(content -> 'tags', :tag))
                                order by question_id
                                """)
                        .param("bank", draw.bankId())
                        .param("revision", revision)
                        .param("tag", draw.tag())
                        .query((row, number) ->
                                new QuestionId(
                                        row.getObject("question_id", UUID.class),
                                        row.getInt("version")))
                        .list();
        return new Pool(draw, revision, new LinkedHashSet<>(questions));
    }
}
