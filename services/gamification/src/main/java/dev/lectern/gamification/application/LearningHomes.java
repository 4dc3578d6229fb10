package dev.lectern.gamification.application;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.task.DurableTasks;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Learns where learners live: asks user, without a transaction, and has it kept. What it throws
/// means "again later".
@Component
public class LearningHomes {

    private static final Logger log = LoggerFactory.getLogger(LearningHomes.class);

    /// Asks again; the instance is the event that told of a change.
    public static final TaskDescriptor<OpenAccounts.Newcomer> ASK_AGAIN =
            TaskDescriptor.of("ask-home-again", OpenAccounts.Newcomer.class);

    private final People people;
    private final Moving moving;
    private final DurableTasks tasks;

    LearningHomes(People people, Moving moving, DurableTasks tasks) {
        this.people = people;
        this.moving = moving;
        this.tasks = tasks;
    }

    /// Something about somebody changed; who has no account yet is asked for when they get one.
    public void changed(UUID person, UUID eventId) {
        if (moving.isKnown(person)) {
            tasks.soon(ASK_AGAIN, eventId.toString(), new OpenAccounts.Newcomer(person));
        }
    }

    public void learn(OpenAccounts.Newcomer newcomer) {
        var person =
                people.person(newcomer.learnerId())
                        .orElseThrow(() -> GenericRefusal.unavailable("There is no profile yet."));
        moving.move(newcomer.learnerId(), zoneOf(person.timeZone()));
    }

    private static ZoneId zoneOf(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            // User's tables may be newer than ours; a day too early or late beats no streak.
            log.warn("The time zone {} is not known here", name);
            return ZoneOffset.UTC;
        }
    }
}
