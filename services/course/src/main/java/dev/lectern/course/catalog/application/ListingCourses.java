package dev.lectern.course.catalog.application;

import dev.lectern.common.task.DurableTasks;
import dev.lectern.course.authoring.domain.LessonKind;
import dev.lectern.course.authoring.domain.PublishedVersion;
import dev.lectern.course.authoring.domain.PublishedVersions;
import dev.lectern.course.authoring.domain.VersionDocument;
import dev.lectern.course.authoring.domain.VersionId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The version of a course that is offered is listed in the catalog, in the place of another one.
/// Nothing else ever gets there, so no draft can be found.
@Service
@Transactional
public class ListingCourses {

    private final PublishedVersions versions;
    private final JdbcClient jdbc;
    private final KeepingCaptions captions;
    private final KeepingRatings ratings;
    private final DurableTasks tasks;

    ListingCourses(
            PublishedVersions versions,
            JdbcClient jdbc,
            KeepingCaptions captions,
            KeepingRatings ratings,
            DurableTasks tasks) {
        this.versions = versions;
        this.jdbc = jdbc;
        this.captions = captions;
        this.ratings = ratings;
        this.tasks = tasks;
    }

    public void list(Listings.Version listing) {
        var version =
                versions.findById(new VersionId(listing.courseId(), listing.version()))
                        .orElseThrow();
        var instructor = version.document().authorIds().getFirst();
        captions.lock(listing.courseId());
        if (isOffered(listing) && put(version)) {
            captions.show(listing.courseId());
            ratings.show(listing.courseId());
            learnWords(listing);
            tasks.soon(
                    Listings.NAME,
                    instructor + ":" + listing.key(),
                    new Listings.Instructor(instructor));
        }
    }

    /// Takes a course out that was withdrawn, unless it is offered again meanwhile.
    public void unlist(UUID course) {
        captions.lock(course);
        var withdrawn =
                jdbc.sql(
                                """
                                delete from catalog_entry where course_id = :course
                                and exists (select 1 from course
                                            where id = :course and withdrawn_at is not null)
                                """)
                        .param("course", course)
                        .update();
        if (withdrawn == 1) {
            jdbc.sql("delete from catalog_word_use where course_id = :course")
                    .param("course", course)
                    .update();
        }
    }

    /// Another one may be by now; then its own listing does it.
    private boolean isOffered(Listings.Version listing) {
        return jdbc.sql(
                        "select offered_version = :version and withdrawn_at is null from course where id = :course")
                .param("version", listing.version())
                .param("course", listing.courseId())
                .query(Boolean.class)
                .single();
    }

    /// @return false where it is listed already
    private boolean put(PublishedVersion version) {
        var document = version.document();
        var details = document.details();
        return jdbc.sql(
                                """
                                insert into catalog_entry
                                    (course_id, version, slug, title, summary, description, language,
                                     level, category, tags, instructor_id, duration_seconds,
                                     video_ids, cover_asset_id, published_at, price_amount, price_currency)
                                select :course, :version, :slug, :title, :summary, :description,
                                       :language, :level, :category, :tags, :instructor, :duration,
                                       :videos, :cover, :publishedAt, amount, currency
                                from copy_price where course_id = :course for share
                                on conflict (course_id) do update
                                set version = excluded.version, slug = excluded.slug,
                                    title = excluded.title, summary = excluded.summary,
                                    description = excluded.description,
                                    language = excluded.language, level = excluded.level,
                                    category = excluded.category, tags = excluded.tags,
                                    duration_seconds = excluded.duration_seconds,
                                    video_ids = excluded.video_ids,
                                    cover_asset_id = excluded.cover_asset_id
                                where catalog_entry.version <> excluded.version
                                """)
                        .param("course", version.id().courseId())
                        .param("version", version.id().version())
                        .param("slug", version.slug())
                        .param("title", details.title())
                        .param("summary", details.summary())
                        .param("description", details.description())
                        .param("language", details.language())
                        .param("level", details.level().name())
                        .param("category", details.category().name())
                        .param("tags", details.tags().toArray(String[]::new))
                        .param("instructor", document.authorIds().getFirst())
                        .param("duration", seconds(document))
                        .param("videos", videos(document))
                        .param("cover", details.coverAssetId())
                        .param("publishedAt", version.publishedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// In the order of the words, so that two listings that learn the same ones wait for each other
    /// and never in a circle.
    private void learnWords(Listings.Version listing) {
        jdbc.sql("delete from catalog_word_use where course_id = :course")
                .param("course", listing.courseId())
                .update();
        jdbc.sql(
                        """
                        with said as materialized (
                            select distinct word
                            from catalog_entry e,
                                 regexp_split_to_table(
                                     catalog_text(e.title || ' ' || array_to_string(e.tags, ' ')
                                         || ' ' || e.summary),
                                     '[^[:alnum:]]+') word
                            where e.course_id = :course and length(word) between 3 and 40
                        ), learned as (
                            insert into catalog_word
                            select word from said order by word
                            on conflict do nothing
                        )
                        insert into catalog_word_use (word, course_id)
                        select word, :course from said
                        """)
                .param("course", listing.courseId())
                .update();
    }

    private static UUID[] videos(VersionDocument document) {
        return document.sections().stream()
                .flatMap(section -> section.lessons().stream())
                .filter(lesson -> lesson.kind() == LessonKind.VIDEO)
                .map(VersionDocument.Lesson::refId)
                .toArray(UUID[]::new);
    }

    private static int seconds(VersionDocument document) {
        return document.sections().stream()
                .flatMap(section -> section.lessons().stream())
                .mapToInt(VersionDocument.Lesson::durationSeconds)
                .sum();
    }
}
