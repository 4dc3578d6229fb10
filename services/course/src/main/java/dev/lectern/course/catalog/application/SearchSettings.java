package dev.lectern.course.catalog.application;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// How the database works while it searches.
@Component
class SearchSettings {

    /// Lower than usual: in a short word one swapped pair already changes most of its trigrams. How
    /// near a word really is, is judged afterwards.
    private static final String SIMILAR_ENOUGH = "0.15";

    private final JdbcClient jdbc;

    SearchSettings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Until the transaction ends. The planner does not count what it takes to unpack a text: for a
    /// word that many courses have it would read all texts instead of the index, 30 times as much.
    @Transactional(propagation = Propagation.MANDATORY)
    void apply() {
        jdbc.sql(
                        """
                        select set_config('enable_seqscan', 'off', true),
                               set_config('pg_trgm.similarity_threshold', :threshold, true)
                        """)
                .param("threshold", SIMILAR_ENOUGH)
                .query()
                .singleRow();
    }
}
