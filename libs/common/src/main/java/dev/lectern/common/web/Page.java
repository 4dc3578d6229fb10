package dev.lectern.common.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// @param items at most as many as asked for
/// @param next sent back as `cursor`, null at the end
public record Page<T>(List<T> items, @Nullable String next) {

    /// Makes a page of rows that were read one more than asked for, to know whether another
    /// follows.
    public static <T> Page<T> of(List<T> rows, PageQuery query, Function<T, UUID> id) {
        if (rows.size() <= query.limit()) {
            return new Page<>(rows, null);
        }
        var items = rows.subList(0, query.limit());
        return new Page<>(items, PageQuery.cursorAt(id.apply(items.getLast())));
    }
}
