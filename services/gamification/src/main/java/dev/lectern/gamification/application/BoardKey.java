package dev.lectern.gamification.application;

import dev.lectern.gamification.domain.Week;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which board: its scope is `all` or the id of a course, its period `ALL` or a week.
public record BoardKey(String scope, String period) {

    static final String ALL_COURSES = "all";
    static final String ALL_TIME = "ALL";

    /// The periods a board can be asked for.
    public enum Period {
        WEEK,
        ALL
    }

    static BoardKey of(@Nullable UUID course, Period period, Instant now) {
        return new BoardKey(
                course == null ? ALL_COURSES : course.toString(),
                switch (period) {
                    case WEEK -> Week.of(now).value();
                    case ALL -> ALL_TIME;
                });
    }
}
