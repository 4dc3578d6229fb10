package dev.lectern.common.web;

import dev.lectern.common.problem.GenericRefusal;
import org.jspecify.annotations.Nullable;

/// The version an edit was made on, from `If-Match`. A controller that takes it refuses without it.
public record IfMatch(String etag) {

    /// The ETag of a version, quoted as it goes into the header.
    public static String etagOf(long version) {
        return "\"" + version + "\"";
    }

    /// Refuses an edit that was made on any other version than this one.
    public void require(long version) {
        if (!etag.equals(etagOf(version))) {
            throw GenericRefusal.versionStale();
        }
    }

    static IfMatch parse(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw GenericRefusal.ifMatchRequired();
        }
        return new IfMatch(header.strip());
    }
}
