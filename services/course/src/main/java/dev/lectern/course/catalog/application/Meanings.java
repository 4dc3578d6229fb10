package dev.lectern.course.catalog.application;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What words mean to the full-text search.
@Component
class Meanings {

    static final String IN_EACH_LANGUAGE =
            """
            select catalog_query('', :text)::text as query
            union
            select catalog_query(language, :text)::text
            from (select distinct language from catalog_entry) languages
            """;

    static final String FINDS_ANYTHING =
            "select exists (select 1 from catalog_entry where search @@ :query::tsquery)";

    private final JdbcClient jdbc;

    Meanings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The text as a query in each language that courses have, and word by word for names; empty
    /// where there is no word in it.
    String of(String text) {
        return jdbc.sql(IN_EACH_LANGUAGE).param("text", text).query(String.class).list().stream()
                .filter(query -> !query.isEmpty())
                .map(query -> "( " + query + " )")
                .reduce((one, other) -> one + " | " + other)
                .orElse("");
    }

    boolean findAnything(String query) {
        return jdbc.sql(FINDS_ANYTHING).param("query", query).query(Boolean.class).single();
    }
}
