package dev.lectern.course.catalog.web;

import dev.lectern.common.web.PageQuery;
import dev.lectern.course.authoring.domain.Category;
import dev.lectern.course.authoring.domain.Level;
import dev.lectern.course.catalog.application.CatalogSearch;
import dev.lectern.course.catalog.application.CatalogSuggestions;
import dev.lectern.course.catalog.application.CatalogSuggestions.Suggestion;
import dev.lectern.course.catalog.application.PublicPage;
import dev.lectern.course.catalog.application.PublicPages;
import dev.lectern.course.catalog.application.SearchQuery;
import dev.lectern.course.catalog.application.SearchResult;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/// Published courses, for everybody.
@RestController
@RequestMapping("/api/v1/catalog")
class CatalogController {

    private final CatalogSearch search;
    private final CatalogSuggestions suggestions;
    private final PublicPages pages;

    CatalogController(CatalogSearch search, CatalogSuggestions suggestions, PublicPages pages) {
        this.search = search;
        this.suggestions = suggestions;
        this.pages = pages;
    }

    /// Courses that may be meant.
    ///
    /// @param items the likeliest first, at most eight
    record SuggestResponse(List<Suggestion> items) {}

    /// Searches the published courses. Several values of a filter are told apart by commas; one of
    /// them is enough.
    ///
    /// @param q words of the title, tags, instructor or texts; without any, everything is found
    /// @param category only courses about one of these
    /// @param level only courses meant for one of these
    /// @param language only courses in one of these, each a BCP 47 tag
    /// @param free only courses that cost nothing
    /// @param maxPrice the most a course may cost, in minor units of `currency`, which is needed
    ///   then
    /// @param currency an ISO 4217 code
    /// @param minRating the least average of the ratings, 0 to 5
    /// @param captions only courses with captions in one of these, each a BCP 47 tag
    /// @param sort in which order they are shown
    @GetMapping("/search")
    SearchResult searchCatalog(
            @RequestParam(defaultValue = "") @Size(max = 200) String q,
            @RequestParam(defaultValue = "") Set<Category> category,
            @RequestParam(defaultValue = "") Set<Level> level,
            @RequestParam(defaultValue = "") @Size(max = 20) Set<@Size(max = 35) String> language,
            @RequestParam(defaultValue = "false") boolean free,
            @RequestParam(required = false) @Nullable @PositiveOrZero Long maxPrice,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[A-Z]{3}") String currency,
            @RequestParam(required = false) @Nullable @DecimalMin("0") @DecimalMax("5")
                    BigDecimal minRating,
            @RequestParam(defaultValue = "") @Size(max = 20) Set<@Size(max = 35) String> captions,
            @RequestParam(defaultValue = "RELEVANCE") SearchQuery.Sort sort,
            PageQuery page) {
        return search.search(
                new SearchQuery(
                        q, category, level, language, free, maxPrice, currency, minRating, captions,
                        sort),
                page);
    }

    /// Suggests courses while somebody is typing.
    ///
    /// @param q what has been typed so far
    @GetMapping("/suggest")
    SuggestResponse suggestCourses(@RequestParam @Size(max = 200) String q) {
        return new SuggestResponse(suggestions.of(q));
    }

    /// Shows the public page of a course. 301 from a slug it no longer has; 404 for a course that
    /// is not published; 410 `COURSE_WITHDRAWN` for one that is not offered any more.
    ///
    /// @param idOrSlug the course's id, or its name in addresses
    @GetMapping("/courses/{idOrSlug}")
    ResponseEntity<PublicPage> getCoursePage(@PathVariable String idOrSlug) {
        var page = pages.of(idOrSlug);
        if (idOrSlug.equals(page.slug()) || idOrSlug.equalsIgnoreCase(page.courseId().toString())) {
            return ResponseEntity.ok(page);
        }
        return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                .location(pathOf(page.slug()))
                .build();
    }

    private static URI pathOf(String slug) {
        return UriComponentsBuilder.fromPath("/api/v1/catalog/courses/{slug}").encode().build(slug);
    }
}
