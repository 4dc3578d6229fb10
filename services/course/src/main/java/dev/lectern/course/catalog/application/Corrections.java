package dev.lectern.course.catalog.application;

import dev.lectern.course.catalog.domain.Spelling;
import dev.lectern.course.catalog.domain.Spelling.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Tries to understand a text that finds nothing: words the catalog does not have become the ones
/// they resemble.
@Component
class Corrections {

    private static final int MOST_WORDS = 8;

    /// Lower than usual: in a short word one swapped pair already changes most of its trigrams. How
    /// near a word really is, is judged afterwards.
    private static final String SIMILAR_ENOUGH = "0.15";

    private final JdbcClient jdbc;

    Corrections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean matchesAnything(String query) {
        return jdbc.sql(
                        "select exists (select 1 from catalog_entry where search @@ :query::tsquery)")
                .param("query", query)
                .query(Boolean.class)
                .single();
    }

    /// The text with its unknown words corrected; empty where no word could be.
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<String> of(String text) {
        jdbc.sql("select set_config('pg_trgm.similarity_threshold', :threshold, true)")
                .param("threshold", SIMILAR_ENOUGH)
                .query(String.class)
                .single();
        var corrected = new ArrayList<String>();
        var changed = false;
        for (var word : words(text)) {
            var meant = isKnown(word) ? Optional.of(word) : Spelling.nearest(word, similar(word));
            corrected.add(meant.orElse(word));
            changed |= meant.isPresent() && !meant.get().equals(word);
        }
        return changed ? Optional.of(String.join(" ", corrected)) : Optional.empty();
    }

    private List<String> words(String text) {
        return jdbc.sql(
                        """
                        select word
                        from regexp_split_to_table(catalog_text(:text), '[^[:alnum:]]+')
                            with ordinality as t (word, position)
                        where word <> '' order by position limit :most
                        """)
                .param("text", text)
                .param("most", MOST_WORDS)
                .query(String.class)
                .list();
    }

    private boolean isKnown(String word) {
        return jdbc.sql("select exists (select 1 from catalog_word where word = :word)")
                .param("word", word)
                .query(Boolean.class)
                .single();
    }

    private List<Known> similar(String word) {
        return jdbc.sql(
                        """
                        select word, count(*) as courses from catalog_word where word % :word
                        group by word order by similarity(word, :word) desc, word limit 50
                        """)
                .param("word", word)
                .query(Known.class)
                .list();
    }
}
