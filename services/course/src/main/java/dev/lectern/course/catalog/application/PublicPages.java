package dev.lectern.course.catalog.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.course.authoring.domain.PublishedVersions;
import dev.lectern.course.authoring.domain.VersionDocument;
import dev.lectern.course.authoring.domain.VersionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The pages of listed courses.
@Component
public class PublicPages {

    static final String PAGE =
            """
            select * from catalog_entry where course_id = coalesce(
                (select course_id from catalog_entry where course_id = :id::uuid),
                (select course_id from catalog_entry where slug = :slug),
                (select course_id from published_version where slug = :slug limit 1))
            """;

    private static final String WITHDRAWN =
            """
            select exists (select 1 from course where withdrawn_at is not null and id = coalesce(
                :id::uuid, (select course_id from published_version where slug = :slug limit 1)))
            """;

    private final JdbcClient jdbc;
    private final PublishedVersions versions;

    PublicPages(JdbcClient jdbc, PublishedVersions versions) {
        this.jdbc = jdbc;
        this.versions = versions;
    }

    /// The page of a course, asked for by its id or by any slug one of its versions ever had; 410
    /// for what was withdrawn, 404 for what is not listed.
    public PublicPage of(String idOrSlug) {
        return jdbc.sql(PAGE)
                .param("id", id(idOrSlug))
                .param("slug", idOrSlug)
                .query(this::page)
                .optional()
                .orElseThrow(() ->
                        isWithdrawn(idOrSlug)
                                ? CatalogRefused.withdrawn()
                                : GenericRefusal.notFound());
    }

    private boolean isWithdrawn(String idOrSlug) {
        return jdbc.sql(WITHDRAWN)
                .param("id", id(idOrSlug))
                .param("slug", idOrSlug)
                .query(Boolean.class)
                .single();
    }

    private static @Nullable UUID id(String idOrSlug) {
        try {
            return UUID.fromString(idOrSlug);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private PublicPage page(ResultSet row, int number) throws SQLException {
        var item = CatalogRows.item(row, number);
        var document =
                versions.findById(new VersionId(item.courseId(), row.getInt("version")))
                        .orElseThrow()
                        .document();
        var details = document.details();
        return new PublicPage(
                item.courseId(),
                item.slug(),
                row.getInt("version"),
                item.title(),
                item.summary(),
                item.coverUrl(),
                details.promoVideoId(),
                details.description(),
                item.language(),
                item.level(),
                item.category(),
                details.tags(),
                details.outcomes(),
                details.requirements(),
                details.sequential(),
                item.instructor(),
                item.price(),
                item.rating(),
                item.durationSeconds(),
                item.captions(),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                document.sections().stream().map(PublicPages::section).toList(),
                runs(item.courseId()));
    }

    private static PublicPage.Section section(VersionDocument.Section section) {
        return new PublicPage.Section(
                section.id(),
                section.title(),
                section.lessons().stream()
                        .map(lesson ->
                                new PublicPage.Lesson(
                                        lesson.id(),
                                        lesson.title(),
                                        lesson.kind().name(),
                                        lesson.preview(),
                                        lesson.durationSeconds()))
                        .toList());
    }

    /// Until enrollment has told of a run, all its seats are free.
    private List<PublicPage.Run> runs(UUID course) {
        return jdbc.sql(
                        """
                        select r.id, r.opens_at, r.closes_at,
                               case when s.run_id is null then r.capacity
                                    else greatest(0, s.capacity - s.taken - s.held) end as seats_left
                        from run r left join copy_seats s on s.run_id = r.id
                        where r.course_id = :course order by r.id
                        """)
                .param("course", course)
                .query((row, number) ->
                        new PublicPage.Run(
                                row.getObject("id", UUID.class),
                                instant(row, "opens_at"),
                                instant(row, "closes_at"),
                                row.getObject("seats_left", Integer.class)))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }
}
