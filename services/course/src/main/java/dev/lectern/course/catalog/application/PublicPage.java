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
public record PublicPage(
        UUID courseId,
        String slug,
        int version,
        String title,
        String summary,
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

    public record Section(UUID id, String title, List<Lesson> lessons) {}

    /// @param preview whether everybody may open it
    public record Lesson(
            UUID id, String title, String kind, boolean preview, int durationSeconds) {}

    /// @param seatsLeft null for no limit
    public record Run(
            UUID id,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            @Nullable Integer seatsLeft) {}
}
