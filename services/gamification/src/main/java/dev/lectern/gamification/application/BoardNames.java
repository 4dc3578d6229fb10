package dev.lectern.gamification.application;

import dev.lectern.common.problem.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The names of those who chose to be seen by name, kept for a while and in memory only. Where user
/// does not answer, nobody waits for the rest: they are seen by their pseudonym this time.
@Component
public class BoardNames {

    private static final Logger log = LoggerFactory.getLogger(BoardNames.class);
    private static final int KEPT = 10_000;
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final People people;
    private final Clock clock;
    private final Map<UUID, Known> known =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<UUID, Known> eldest) {
                    return size() > KEPT;
                }
            };

    BoardNames(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    private record Known(String name, Instant until) {}

    /// The names that are known or can be learned now.
    Map<UUID, String> of(Collection<UUID> learners) {
        var names = new HashMap<UUID, String>();
        try {
            for (var learner : learners) {
                var name = fresh(learner);
                if (name == null) {
                    name = ask(learner);
                }
                if (name != null) {
                    names.put(learner, name);
                }
            }
        } catch (Refusal e) {
            log.warn("Names are not known now, pseudonyms are shown: {}", e.detail());
        }
        return names;
    }

    private @Nullable String fresh(UUID learner) {
        synchronized (known) {
            var entry = known.get(learner);
            return entry != null && clock.instant().isBefore(entry.until()) ? entry.name() : null;
        }
    }

    private @Nullable String ask(UUID learner) {
        var name = people.person(learner).map(People.Person::displayName).orElse(null);
        if (name != null) {
            synchronized (known) {
                known.put(learner, new Known(name, clock.instant().plus(FRESH)));
            }
        }
        return name;
    }

    /// The next board asks again.
    public void forget(UUID learner) {
        synchronized (known) {
            known.remove(learner);
        }
    }
}
