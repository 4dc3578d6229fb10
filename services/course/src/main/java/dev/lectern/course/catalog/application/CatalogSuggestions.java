package dev.lectern.course.catalog.application;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Courses whose title has a word that begins like what is being typed, or resembles it.
@Component
public class CatalogSuggestions {

    static final String BEGINNING =
            """
            select course_id, slug, title from catalog_entry
            where title_key like :start or title_key like :inside
            order by title_key like :start desc, rating_count desc, title_key limit :shown
            """;

    static final String RESEMBLING =
            """
            select course_id, slug, title from catalog_entry
            where title_key %> catalog_text(:typed)
            order by word_similarity(catalog_text(:typed), title_key) desc, title_key
            limit :shown
            """;

    private static final int SHOWN = 8;

    private final JdbcClient jdbc;
    private final SearchSettings settings;

    CatalogSuggestions(JdbcClient jdbc, SearchSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /// A course that may be meant.
    ///
    /// @param slug its name in addresses
    public record Suggestion(UUID courseId, String slug, String title) {}

    @Transactional(readOnly = true)
    public List<Suggestion> of(String typed) {
        if (typed.isBlank()) {
            return List.of();
        }
        settings.apply();
        var beginning = beginning(typed);
        return beginning.isEmpty() ? resembling(typed) : beginning;
    }

    private List<Suggestion> beginning(String typed) {
        return jdbc.sql(BEGINNING)
                .param("start", likeable(typed) + "%")
                .param("inside", "% " + likeable(typed) + "%")
                .param("shown", SHOWN)
                .query(Suggestion.class)
                .list();
    }

    private List<Suggestion> resembling(String typed) {
        return jdbc.sql(RESEMBLING)
                .param("typed", typed.strip())
                .param("shown", SHOWN)
                .query(Suggestion.class)
                .list();
    }

    private String likeable(String typed) {
        return jdbc.sql("select catalog_text(:typed)")
                .param("typed", typed.strip())
                .query(String.class)
                .single()
                .replaceAll("[\\\\%_]", "\\\\$0");
    }
}
