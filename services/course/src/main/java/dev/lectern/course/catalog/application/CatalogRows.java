package dev.lectern.course.catalog.application;

import dev.lectern.course.catalog.application.SearchResult.Instructor;
import dev.lectern.course.catalog.application.SearchResult.Item;
import dev.lectern.course.catalog.application.SearchResult.Price;
import dev.lectern.course.catalog.application.SearchResult.Rating;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads rows of `catalog_entry`.
final class CatalogRows {

    /// What an item is made of, of an entry called `e`.
    static final String COLUMNS =
            """
            e.course_id, e.slug, e.title, e.summary, e.instructor_id, e.instructor_name, e.language,
            e.level, e.category, e.price_amount, e.price_currency, e.rating_average, e.rating_count,
            e.duration_seconds, e.captions, e.cover_asset_id\
            """;

    private CatalogRows() {}

    private static @Nullable String cover(@Nullable UUID asset) {
        return asset == null ? null : "/api/v1/assets/" + asset + "/file";
    }

    static Item item(ResultSet row, int number) throws SQLException {
        return new Item(
                row.getObject("course_id", UUID.class),
                row.getString("slug"),
                row.getString("title"),
                row.getString("summary"),
                cover(row.getObject("cover_asset_id", UUID.class)),
                new Instructor(
                        row.getObject("instructor_id", UUID.class),
                        row.getString("instructor_name")),
                row.getString("language"),
                row.getString("level"),
                row.getString("category"),
                new Price(row.getLong("price_amount"), row.getString("price_currency")),
                new Rating(row.getBigDecimal("rating_average"), row.getInt("rating_count")),
                row.getInt("duration_seconds"),
                List.of((String[]) row.getArray("captions").getArray()));
    }
}
