package dev.lectern.common.web;

import dev.lectern.common.problem.GenericRefusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which page is asked for: `limit` 1 to 100 (20), and the `cursor` the page before it told as its
/// `next`.
public record PageQuery(int limit, @Nullable String cursor) {

    static final int DEFAULT_LIMIT = 20;
    static final int MAX_LIMIT = 100;

    /// How many rows to read: one more than shown tells whether a further page exists.
    public int rows() {
        return limit + 1;
    }

    /// The id after which the page begins, null for the first. Lists are ordered by id, newest
    /// first, so the id of the last row is all a cursor needs.
    public @Nullable UUID after() {
        return cursor == null ? null : idOf(cursor);
    }

    static PageQuery parse(@Nullable String limit, @Nullable String cursor) {
        return new PageQuery(limitOf(limit), cursor);
    }

    static String cursorAt(UUID id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(id.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static int limitOf(@Nullable String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        if (!text.matches("[0-9]{1,3}")) {
            throw GenericRefusal.unknownParameter("limit");
        }
        var limit = Integer.parseInt(text);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw GenericRefusal.unknownParameter("limit");
        }
        return limit;
    }

    private static UUID idOf(String cursor) {
        try {
            return UUID.fromString(
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw GenericRefusal.unknownParameter("cursor");
        }
    }
}
