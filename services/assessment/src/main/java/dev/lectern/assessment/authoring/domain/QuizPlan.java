package dev.lectern.assessment.authoring.domain;

import dev.lectern.common.problem.GenericRefusal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a quiz asks for and how it is taken.
///
/// @param timeLimitSeconds null for no limit
/// @param maxAttempts null for no limit
/// @param coolDownSeconds between the end of an attempt and the start of the next
/// @param passPercent from which score on an attempt is passed
/// @param shuffle whether questions and options come in another order each time
public record QuizPlan(
        String title,
        List<Draw> draws,
        @Nullable Integer timeLimitSeconds,
        @Nullable Integer maxAttempts,
        int coolDownSeconds,
        int passPercent,
        Scoring scoring,
        boolean shuffle,
        FeedbackRule feedback) {

    public static final int LONGEST_TITLE = 120;
    public static final int MOST_DRAWS = 20;
    public static final int MOST_DRAWN = 200;
    public static final int LEAST_TIME_LIMIT = 10;
    public static final int LONGEST_TIME = 30 * 24 * 60 * 60;
    public static final int MOST_ATTEMPTS = 1_000;

    public QuizPlan {
        title = title.strip();
        draws = List.copyOf(draws);
        requireBetween(title.length(), 1, LONGEST_TITLE, "/title");
        requireBetween(draws.size(), 0, MOST_DRAWS, "/draws");
        draws.forEach(draw -> requireBetween(draw.count(), 1, MOST_DRAWN, "/draws"));
        requireBetween(draws.stream().mapToInt(Draw::count).sum(), 0, MOST_DRAWN, "/draws");
        if (timeLimitSeconds != null) {
            requireBetween(timeLimitSeconds, LEAST_TIME_LIMIT, LONGEST_TIME, "/timeLimitSeconds");
        }
        if (maxAttempts != null) {
            requireBetween(maxAttempts, 1, MOST_ATTEMPTS, "/maxAttempts");
        }
        requireBetween(coolDownSeconds, 0, LONGEST_TIME, "/coolDownSeconds");
        requireBetween(passPercent, 0, 100, "/passPercent");
    }

    private static void requireBetween(int number, int least, int most, String pointer) {
        if (number < least || number > most) {
            throw GenericRefusal.invalid(pointer, least + " to " + most + ".");
        }
    }

    public Duration coolDown() {
        return Duration.ofSeconds(coolDownSeconds);
    }
}
