package dev.lectern.course.catalog.application;

import dev.lectern.course.catalog.application.SearchQuery.Sort;
import java.util.Set;

/// Questions without any filter.
final class Searching {

    private Searching() {}

    static SearchQuery everything() {
        return forText("", Sort.NEWEST);
    }

    static SearchQuery forText(String text, Sort sort) {
        return new SearchQuery(
                text, Set.of(), Set.of(), Set.of(), false, null, null, null, Set.of(), sort);
    }
}
