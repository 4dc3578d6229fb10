package dev.lectern.course.catalog.application;

import dev.lectern.course.catalog.application.SearchResult.Instructor;
import dev.lectern.course.catalog.application.SearchResult.Price;
import dev.lectern.course.catalog.application.SearchResult.Rating;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A published course as everybody may see it: what it is about and what is in it, but no lesson's
/// body.
///
/// @param slug its name in addresses
/// @param version the one that is offered now
/// @param coverUrl its picture
/// @param promoVideoId the video anybody may watch before they enroll
/// @param language a BCP 47 tag
/// @param level BEGINNER, INTERMEDIATE, ADVANCED or ALL
/// @param category what it is about, one of those the search knows
/// @param tags words to find it by
/// @param outcomes what learners can do afterwards
/// @param requirements what learners must know before
/// @param sequential whether a lesson opens only when those before it are done
/// @param captions the languages of its captions, each a BCP 47 tag
/// @param runs those one can enroll in, now or later
public record PublicPage(
        UUID courseId,
        String slug,
        int version,
        String title,
        String summary,
        @Nullable String coverUrl,
        @Nullable UUID promoVideoId,
        String description,
        String language,
        String level,
        String category,
        List<String> tags,
        List<String> outcomes,
        List<String> requirements,
        boolean sequential,
        Instructor instructor,
        Price price,
        Rating rating,
        int durationSeconds,
        List<String> captions,
        Instant publishedAt,
        List<Section> sections,
        List<Run> runs) {

    /// A part of a course.
    public record Section(UUID id, String title, List<Lesson> lessons) {}

    /// A lesson, without its body.
    ///
    /// @param kind ARTICLE, VIDEO, QUIZ or ASSIGNMENT
    /// @param preview whether everybody may open it
    public record Lesson(
            UUID id, String title, String kind, boolean preview, int durationSeconds) {}

    /// A run of a course.
    ///
    /// @param opensAt when enrolling begins, null for at once
    /// @param closesAt when enrolling ends, null for never
    /// @param seatsLeft null for no limit
    public record Run(
            UUID id,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            @Nullable Integer seatsLeft) {}
}
