package dev.lectern.launcher.control;

import dev.lectern.launcher.storage.ObjectNotices;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// `POST /storage/object-created`: media hears of an object once more, or several times.
final class StoragePaths extends ControlPaths {

    private static final int MOST = 100;

    private final Optional<ObjectNotices> notices;

    StoragePaths(Optional<ObjectNotices> notices) {
        super("/storage/object-created");
        this.notices = notices;
    }

    private record Wish(@Nullable String key, @Nullable Integer times) {}

    @Override
    Answer obey(MatchResult path, String body) {
        return notices.map(told -> tell(told, body))
                .orElseGet(() ->
                        new Answer.Refused(409, "NOT_STARTED", "media was not started here."));
    }

    private static Answer tell(ObjectNotices notices, String body) {
        var wish = read(body);
        int times = wish.map(Wish::times).map(Integer::intValue).orElse(1);
        if (wish.isEmpty() || times < 1 || times > MOST) {
            return new Answer.Refused(
                    400, "INVALID", "Send {\"key\", \"times\": 1 to %d}.".formatted(MOST));
        }
        for (int time = 0; time < times; time++) {
            notices.tell(Objects.requireNonNull(wish.get().key()));
        }
        return new Answer.Done();
    }

    private static Optional<Wish> read(String body) {
        try {
            return Optional.of(JsonMapper.shared().readValue(body, Wish.class))
                    .filter(wish -> wish.key() != null);
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
