package dev.lectern.gamification.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/// What one learner has earned, and how others see them. It decides what an act gives; the ledger
/// keeps it.
@Entity
@Table(name = "account")
public class Account extends AbstractAggregateRoot<Account> {

    private static final int WEEK_OF_DAYS = 7;
    private static final int PERFECT = 100;

    /// Events come late by hours or days; nobody mends a gap of months ago.
    private static final int RUNS_KEPT = 32;

    /// Every zone is off UTC by whole quarters of an hour, so nothing finer decides the day.
    private static final Duration QUARTER = Duration.ofMinutes(15);

    @Id private UUID learnerId;

    @Version private @Nullable Long version;

    @AttributeOverride(name = "value", column = @Column(name = "pseudonym"))
    private Pseudonym pseudonym;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    private @Nullable String timeZone;
    private int bestQuizPercent;
    private int longestStreak;

    @ElementCollection
    @CollectionTable(name = "badge", joinColumns = @JoinColumn(name = "learner_id"))
    @MapKeyColumn(name = "code")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "earned_at")
    private Map<Badge, Instant> badges = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "streak_run", joinColumns = @JoinColumn(name = "learner_id"))
    private Set<StreakRun> runs = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "unplaced_activity", joinColumns = @JoinColumn(name = "learner_id"))
    @Column(name = "happened_at")
    private Set<Instant> unplaced = new HashSet<>();

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    private Account(UUID learnerId) {
        this.learnerId = learnerId;
        this.pseudonym = Pseudonym.next();
        this.visibility = Visibility.PSEUDONYM;
    }

    /// The account of somebody of whom nothing was known.
    public static Account of(UUID learnerId) {
        return new Account(learnerId);
    }

    /// Gives what a rule says an act is worth.
    ///
    /// @param round how often this was given and taken back before
    public PointEntry award(PointRule rule, Act act, int round) {
        var entry = PointEntry.of(act, rule, round);
        registerEvent(new AccountEvent.Awarded(entry));
        return entry;
    }

    /// Takes back what an entry gave.
    public PointEntry reverse(PointEntry given, UUID sourceEventId, Instant now) {
        var entry = given.reversal(sourceEventId, now);
        registerEvent(new AccountEvent.Reversed(entry, given.id()));
        return entry;
    }

    /// Somebody learned something at this time. Which day that was is decided once it is known
    /// where they live.
    public void learned(Instant at) {
        if (timeZone == null) {
            unplaced.add(quarterOf(at));
        } else {
            place(at, ZoneId.of(timeZone));
        }
    }

    /// The learner lives here, by a name of the tz database. Days that are counted stay counted.
    public void livesIn(ZoneId zone) {
        timeZone = zone.getId();
        var waiting = List.copyOf(unplaced);
        unplaced.clear();
        waiting.stream().sorted().forEach(at -> place(at, zone));
    }

    public boolean isHomeKnown() {
        return timeZone != null;
    }

    public void completedACourse(Instant at) {
        decorate(Badge.FIRST_COURSE, at);
    }

    public void scored(int percent, Instant at) {
        bestQuizPercent = Math.max(bestQuizPercent, percent);
        if (percent == PERFECT) {
            decorate(Badge.PERFECT_QUIZ, at);
        }
    }

    /// Chooses how others see the learner.
    public void show(Visibility chosen) {
        visibility = chosen;
    }

    private void place(Instant at, ZoneId zone) {
        var day = LocalDate.ofInstant(at, zone);
        if (runs.stream().anyMatch(run -> run.covers(day))) {
            return;
        }
        var run = joined(day);
        longestStreak = Math.max(longestStreak, run.days());
        if (run.days() > 1 && run.equals(latest())) {
            registerEvent(new AccountEvent.Extended(learnerId, run.days(), run.lastDay()));
        }
        if (run.days() >= WEEK_OF_DAYS) {
            decorate(Badge.STREAK_7, at);
        }
    }

    /// One day can join two runs, when it comes late.
    private StreakRun joined(LocalDate day) {
        var neighbours = runs.stream().filter(run -> run.touches(day)).toList();
        var whole = neighbours.stream().reduce(new StreakRun(day, day), StreakRun::and);
        neighbours.forEach(runs::remove);
        runs.add(whole);
        if (runs.size() > RUNS_KEPT) {
            runs.stream().min(Comparator.comparing(StreakRun::lastDay)).ifPresent(runs::remove);
        }
        return whole;
    }

    private @Nullable StreakRun latest() {
        return runs.stream().max(Comparator.comparing(StreakRun::lastDay)).orElse(null);
    }

    private void decorate(Badge badge, Instant at) {
        if (badges.putIfAbsent(badge, at) == null) {
            registerEvent(new AccountEvent.Decorated(learnerId, badge, at));
        }
    }

    private static Instant quarterOf(Instant at) {
        return Instant.ofEpochSecond(
                Math.floorDiv(at.getEpochSecond(), QUARTER.toSeconds()) * QUARTER.toSeconds());
    }

    public UUID learnerId() {
        return learnerId;
    }

    public Pseudonym pseudonym() {
        return pseudonym;
    }

    public Visibility visibility() {
        return visibility;
    }

    public boolean isShown() {
        return visibility != Visibility.HIDDEN;
    }

    public Map<Badge, Instant> badges() {
        return Map.copyOf(badges);
    }

    public int longestStreak() {
        return longestStreak;
    }

    public int bestQuizPercent() {
        return bestQuizPercent;
    }
}
