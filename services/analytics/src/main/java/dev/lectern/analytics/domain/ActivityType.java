package dev.lectern.analytics.domain;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What a client may say of itself. Facts of the platform come over the broker alone: whoever could
/// post one could make money up.
public enum ActivityType {
    COURSE_VIEWED("activity.course-viewed.v1"),
    LESSON_OPENED("activity.lesson-opened.v1"),
    VIDEO_WATCHED("activity.video-watched.v1");

    private static final int LONGEST_SECONDS = 24 * 3600;

    private final String wireName;

    ActivityType(String wireName) {
        this.wireName = wireName;
    }

    public static Optional<ActivityType> of(String name) {
        return Arrays.stream(values()).filter(type -> type.wireName.equals(name)).findFirst();
    }

    /// Whether the data has exactly the keys of this type, each with a value it can have.
    public boolean fits(Map<String, Object> data) {
        return data.keySet().equals(keys())
                && data.entrySet().stream().allMatch(e -> usable(e.getKey(), e.getValue()))
                && (this != VIDEO_WATCHED
                        || seconds(data, "fromSeconds") < seconds(data, "toSeconds"));
    }

    /// The field that names what inside a course it is about; empty where that is its page.
    public Optional<String> part() {
        return switch (this) {
            case COURSE_VIEWED -> Optional.empty();
            case LESSON_OPENED -> Optional.of("lessonId");
            case VIDEO_WATCHED -> Optional.of("videoId");
        };
    }

    private Set<String> keys() {
        return switch (this) {
            case COURSE_VIEWED -> Set.of("courseId");
            case LESSON_OPENED -> Set.of("courseId", "lessonId");
            case VIDEO_WATCHED -> Set.of("courseId", "videoId", "fromSeconds", "toSeconds");
        };
    }

    private static boolean usable(String key, Object value) {
        return key.endsWith("Seconds")
                ? value instanceof Integer number && number >= 0 && number <= LONGEST_SECONDS
                : value instanceof String text && isId(text);
    }

    private static int seconds(Map<String, Object> data, String key) {
        return data.get(key) instanceof Integer number ? number : 0;
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
