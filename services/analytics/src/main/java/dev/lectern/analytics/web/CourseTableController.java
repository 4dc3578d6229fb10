package dev.lectern.analytics.web;

import dev.lectern.analytics.application.CourseTables;
import dev.lectern.analytics.application.CourseTables.Question;
import dev.lectern.analytics.application.DropOffView;
import dev.lectern.analytics.application.FunnelView;
import dev.lectern.analytics.application.QuizView;
import dev.lectern.analytics.application.RevenueView;
import dev.lectern.analytics.application.VideoView;
import dev.lectern.common.security.Caller;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The numbers of a course, as JSON or as CSV: one result, written twice.
@RestController
@RequestMapping(
        path = "/api/v1/analytics/courses/{id}",
        produces = {MediaType.APPLICATION_JSON_VALUE, CsvWriter.CSV})
class CourseTableController {

    private final CourseTables tables;

    CourseTableController(CourseTables tables) {
        this.tables = tables;
    }

    /// Counts how many learners came how far. 400 `RANGE_UNUSABLE` for more than 400 days; 404 for
    /// a course that is not the caller's.
    ///
    /// @param from first day in UTC, thirty days back unless said
    /// @param to last day in UTC, today unless said
    @GetMapping("/funnel")
    FunnelView getFunnel(
            @PathVariable UUID id,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) Optional<LocalDate> from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) Optional<LocalDate> to,
            Caller caller) {
        return tables.funnel(new Question(id, from, to), caller);
    }

    /// Counts who opened and who completed each lesson. 400 `RANGE_UNUSABLE` for more than 400
    /// days; 404 for a course that is not the caller's.
    ///
    /// @param from first day in UTC, thirty days back unless said
    /// @param to last day in UTC, today unless said
    @GetMapping("/dropoff")
    DropOffView getDropOff(
            @PathVariable UUID id,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) Optional<LocalDate> from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) Optional<LocalDate> to,
            Caller caller) {
        return tables.dropOff(new Question(id, from, to), caller);
    }

    /// Counts who watched which ten seconds of the videos. 400 `RANGE_UNUSABLE` for more than 400
    /// days; 404 for a course that is not the caller's.
    ///
    /// @param from first day in UTC, thirty days back unless said
    /// @param to last day in UTC, today unless said
    @GetMapping("/video")
    VideoView getVideoFigures(
            @PathVariable UUID id,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) Optional<LocalDate> from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) Optional<LocalDate> to,
            Caller caller) {
        return tables.video(new Question(id, from, to), caller);
    }

    /// Counts attempts at the quizzes. 400 `RANGE_UNUSABLE` for more than 400 days; 404 for a
    /// course that is not the caller's.
    ///
    /// @param from first day in UTC, thirty days back unless said
    /// @param to last day in UTC, today unless said
    @GetMapping("/quiz")
    QuizView getQuizFigures(
            @PathVariable UUID id,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) Optional<LocalDate> from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) Optional<LocalDate> to,
            Caller caller) {
        return tables.quiz(new Question(id, from, to), caller);
    }

    /// Adds up what was paid and given back. 400 `RANGE_UNUSABLE` for more than 400 days; 404 for a
    /// course that is not the caller's.
    ///
    /// @param from first day in UTC, thirty days back unless said
    /// @param to last day in UTC, today unless said
    /// @param currency the one to count, the one most was paid in unless said
    @GetMapping("/revenue")
    RevenueView getRevenue(
            @PathVariable UUID id,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) Optional<LocalDate> from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) Optional<LocalDate> to,
            @RequestParam Optional<@Pattern(regexp = "[A-Z]{3}") String> currency,
            Caller caller) {
        return tables.revenue(new Question(id, from, to), currency, caller);
    }
}
