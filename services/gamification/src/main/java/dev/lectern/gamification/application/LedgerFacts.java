package dev.lectern.gamification.application;

import dev.lectern.gamification.domain.PointRule;
import dev.lectern.gamification.domain.RuleCode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What has to be known before an entry is made: the rule of that time, what was given before, and
/// whether the enrollment is one whose points are gone.
@Component
class LedgerFacts {

    private final JdbcClient jdbc;

    LedgerFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How often something was given and taken back.
    record History(int given, int reversed) {

        boolean stands() {
            return given > reversed;
        }
    }

    /// The version in force then; before the first one, the first.
    PointRule ruleAt(RuleCode code, Instant time) {
        return jdbc.sql(
                        """
                        select code, version, points from point_rule where code = :code
                        order by since <= :time desc,
                                 case when since <= :time then version end desc, version
                        limit 1
                        """)
                .param("code", code.name())
                .param("time", time.atOffset(ZoneOffset.UTC))
                .query(PointRule.class)
                .single();
    }

    History history(UUID learner, RuleCode rule, UUID subject) {
        return jdbc.sql(
                        """
                        select count(*) filter (where reverses is null) as given,
                               count(*) filter (where reverses is not null) as reversed
                        from point_entry
                        where learner_id = :learner and rule = :rule and subject_id = :subject
                        """)
                .param("learner", learner)
                .param("rule", rule.name())
                .param("subject", subject)
                .query(History.class)
                .single();
    }

    void revoke(UUID enrollment) {
        jdbc.sql("insert into revoked_enrollment values (:id) on conflict do nothing")
                .param("id", enrollment)
                .update();
    }

    boolean isRevoked(@Nullable UUID enrollment) {
        return enrollment != null
                && jdbc.sql(
                                "select exists (select 1 from revoked_enrollment where enrollment_id = :id)")
                        .param("id", enrollment)
                        .query(Boolean.class)
                        .single();
    }
}
