package dev.lectern.analytics.application;

import dev.lectern.analytics.domain.ActivityRefused;
import dev.lectern.analytics.domain.ActivityType;
import dev.lectern.analytics.domain.PersonalKeys;
import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.problem.Refusal;
import dev.lectern.common.problem.Refusal.Fault;
import dev.lectern.common.security.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A client sends what somebody did. Each event is taken or refused by itself, and counts only
/// where that person could have done it: otherwise anybody could draw any course's figures.
@Service
@Transactional
public class Ingesting {

    static final int MOST = 500;
    private static final Duration SKEW = Duration.ofHours(24);

    /// The order in which everybody writes: a learner who sends from two tabs must not have each
    /// wait for what the other holds.
    private static final Comparator<LoggedEvent> ONE_ORDER =
            Comparator.comparing((LoggedEvent event) -> event.uuid("courseId"))
                    .thenComparing(LoggedEvent::type)
                    .thenComparing(LoggedEvent::id);

    private final EventLog log;
    private final Pseudonyms pseudonyms;
    private final Audience audience;
    private final MembershipCopy members;
    private final JsonMapper json;
    private final Clock clock;

    Ingesting(
            EventLog log,
            Pseudonyms pseudonyms,
            Audience audience,
            MembershipCopy members,
            JsonMapper json,
            Clock clock) {
        this.log = log;
        this.pseudonyms = pseudonyms;
        this.audience = audience;
        this.members = members;
        this.json = json;
        this.clock = clock;
    }

    /// One event of a batch.
    ///
    /// @param subject whom it is about where a service sends it; people speak of themselves
    public record Activity(
            UUID id, String type, Instant time, @Nullable UUID subject, Map<String, Object> data) {

        UUID uuid(String field) {
            return UUID.fromString(String.valueOf(data.get(field)));
        }
    }

    /// @param caller empty for a service
    public IngestView ingest(List<Activity> batch, Optional<Caller> caller) {
        if (batch.size() > MOST) {
            throw ActivityRefused.tooMany(MOST);
        }
        var refused = new ArrayList<IngestView.Refused>();
        var faults = new ArrayList<Fault>();
        var taken = new ArrayList<LoggedEvent>();
        Refusal first = null;
        for (var index = 0; index < batch.size(); index++) {
            try {
                taken.add(logged(batch.get(index), caller));
            } catch (Refusal refusal) {
                first = first == null ? refusal : first;
                refused.add(new IngestView.Refused(index, refusal.code()));
                faults.add(new Fault(refusal.code(), "/" + index, refusal.detail()));
            }
        }
        if (first != null && taken.isEmpty()) {
            throw first.because(faults);
        }
        taken.sort(ONE_ORDER);
        var accepted = taken.stream().filter(log::append).count();
        return new IngestView((int) accepted, (int) (taken.size() - accepted), refused);
    }

    private LoggedEvent logged(Activity activity, Optional<Caller> caller) {
        PersonalKeys.firstIn(activity.data())
                .ifPresent(key -> {
                    throw ActivityRefused.personalKey(key);
                });
        var person = caller.map(Caller::id).orElse(activity.subject());
        var type = ActivityType.of(activity.type()).filter(it -> it.fits(activity.data()));
        if (person == null || type.isEmpty()) {
            throw ActivityRefused.schemaUnknown();
        }
        var now = clock.instant();
        if (Duration.between(activity.time(), now).abs().compareTo(SKEW) > 0) {
            throw ActivityRefused.clockSkew();
        }
        requirePossible(type.get(), activity, person);
        ObjectNode data = json.valueToTree(activity.data());
        data.put("learnerId", pseudonyms.of(person).toString());
        // Said in the log, so that a rebuild decides as was decided now, whoever is an author then.
        if (members.has(activity.uuid("courseId"), person)) {
            data.put(LoggedEvent.BY_AUTHOR, true);
        }
        return new LoggedEvent(activity.id(), activity.type(), activity.time(), data);
    }

    /// Anybody may look at the page of what is on offer; what is inside is for those who learn it.
    private void requirePossible(ActivityType type, Activity activity, UUID person) {
        var course = activity.uuid("courseId");
        var offered = audience.isOffered(course).orElseThrow(GenericRefusal::notFound);
        type.part()
                .ifPresent(part -> {
                    if (!audience.isShown(course, activity.uuid(part))) {
                        throw GenericRefusal.notFound();
                    }
                });
        var isPublic = type.part().isEmpty() && offered;
        if (!isPublic && !audience.learns(person, course)) {
            throw ActivityRefused.notEnrolled();
        }
    }
}
