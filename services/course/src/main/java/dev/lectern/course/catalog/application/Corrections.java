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

    static final String SIMILAR =
            """
            select word, (select count(*) from catalog_word_use u
                          where u.word = nearest.word) as courses
            from (select word from catalog_word w
                  where word % :word and exists (
                      select 1 from catalog_word_use u where u.word = w.word)
                  order by similarity(word, :word) desc, word limit 50) nearest
            """;

    private static final int MOST_TRIED = 8;

    private final JdbcClient jdbc;

    Corrections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The text with its unknown words corrected, as far as they can be; empty where none could.
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<String> of(String text) {
        var corrected = new ArrayList<String>();
        var tried = 0;
        var changed = false;
        for (var word : words(text)) {
            if (tried == MOST_TRIED || isKnown(word)) {
                corrected.add(word);
                continue;
            }
            tried++;
            var meant = Spelling.nearest(word, similar(word));
            changed |= meant.isPresent();
            corrected.add(meant.orElse(word));
        }
        return changed ? Optional.of(String.join(" ", corrected)) : Optional.empty();
    }

    private List<String> words(String text) {
        return jdbc.sql(
                        """
                        select word
                        from regexp_split_to_table(catalog_text(:text), '[^[:alnum:]]+')
                            with ordinality as t (word, position)
                        where word <> '' order by position
                        """)
                .param("text", text)
                .query(String.class)
                .list();
    }

    private boolean isKnown(String word) {
        return jdbc.sql("select exists (select 1 from catalog_word_use where word = :word)")
                .param("word", word)
                .query(Boolean.class)
                .single();
    }

    private List<Known> similar(String word) {
        return jdbc.sql(SIMILAR).param("word", word).query(Known.class).list();
    }
}
