package dev.lectern.enrollment.progress.application;

import dev.lectern.common.security.Caller;
import dev.lectern.enrollment.progress.domain.CourseProgress;
import dev.lectern.enrollment.progress.domain.CourseProgress.ProgressId;
import dev.lectern.enrollment.progress.domain.Fact;
import dev.lectern.enrollment.progress.domain.FactRefused;
import dev.lectern.enrollment.progress.domain.Facts;
import dev.lectern.enrollment.progress.domain.PinnedVersion;
import dev.lectern.enrollment.progress.domain.Progresses;
import dev.lectern.enrollment.progress.domain.ReportedFact;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A device reports what its learner did. Each fact is believed, known already, or refused on its
/// own; only when none is believed is the whole report refused.
@Service
@Transactional
public class RecordingFacts {

    private final EnrolledLearners enrolled;
    private final CourseVersions versions;
    private final Progresses progresses;
    private final Facts facts;
    private final Clock clock;

    RecordingFacts(
            EnrolledLearners enrolled,
            CourseVersions versions,
            Progresses progresses,
            Facts facts,
            Clock clock) {
        this.enrolled = enrolled;
        this.versions = versions;
        this.progresses = progresses;
        this.facts = facts;
        this.clock = clock;
    }

    /// What became of one fact.
    public enum Status {
        ACCEPTED,
        DUPLICATE,
        REFUSED
    }

    /// What became of one fact.
    ///
    /// @param sequence of the fact
    /// @param status ACCEPTED, DUPLICATE or REFUSED; a duplicate was known already and changes
    ///   nothing
    /// @param code why it was refused, null where it was not
    public record Result(long sequence, Status status, @Nullable String code) {}

    /// What became of each fact of a report.
    ///
    /// @param results in the order of the report
    /// @param percent of the course of the last fact that was believed or known; 0 where none was
    public record Recorded(List<Result> results, int percent) {}

    /// @param reported at least one and at most 200 facts of one device, in the order they happened
    public Recorded record(UUID clientId, List<ReportedFact> reported, Caller caller) {
        var batch = new Batch(clientId, reported, caller.id());
        var results = new ArrayList<Result>();
        FactRefused first = null;
        for (var fact : reported) {
            try {
                results.add(new Result(fact.sequence(), batch.take(fact), null));
            } catch (FactRefused refused) {
                first = first == null ? refused : first;
                results.add(new Result(fact.sequence(), Status.REFUSED, refused.code()));
            }
        }
        if (first != null && results.stream().allMatch(r -> r.status() == Status.REFUSED)) {
            throw FactRefused.all(first.code(), first.detail()).with("results", results);
        }
        return new Recorded(results, batch.save());
    }

    /// One report being worked through: what is needed is read once, not once a fact.
    private final class Batch {

        private final UUID learner;
        private final Instant now = clock.instant();
        private final Map<UUID, Enrolled> byLesson;
        private final Set<Long> known;
        private final List<Fact> watchedThen;
        private final Map<UUID, Course> courses = new HashMap<>();
        private @Nullable Course last;

        Batch(UUID clientId, List<ReportedFact> reported, UUID learner) {
            this.learner = learner;
            var lessons = reported.stream().map(ReportedFact::lessonId).distinct().toList();
            var from = reported.stream().map(ReportedFact::startedAt).min(Instant::compareTo);
            var to = reported.stream().map(ReportedFact::endedAt).max(Instant::compareTo);
            byLesson = enrolled.activeByLesson(lessons, learner);
            // The rows are locked before anything else is read of them.
            byLesson.values().stream()
                    .distinct()
                    .sorted(Comparator.comparing(Enrolled::enrollmentId))
                    .forEach(one -> courses.put(one.enrollmentId(), open(one, lessons)));
            known =
                    new HashSet<>(
                            facts.known(
                                    learner,
                                    clientId,
                                    reported.stream().map(ReportedFact::sequence).toList()));
            watchedThen =
                    new ArrayList<>(
                            facts.watchedBetween(
                                    learner, clientId, from.orElse(now), to.orElse(now)));
        }

        Status take(ReportedFact reported) {
            var enrollment = byLesson.get(reported.lessonId());
            if (enrollment == null) {
                throw FactRefused.notEnrolled();
            }
            var course = courses.get(enrollment.enrollmentId());
            if (course == null) {
                throw new IllegalStateException("every enrollment of the batch is open");
            }
            if (known.contains(reported.sequence())) {
                last = course;
                return Status.DUPLICATE;
            }
            var earlier = new ArrayList<>(course.facts());
            earlier.addAll(watchedThen);
            var fact =
                    course.progress()
                            .believe(
                                    reported,
                                    course.pinned(),
                                    earlier,
                                    enrollment.grantedAt(),
                                    now);
            known.add(reported.sequence());
            course.facts().add(fact);
            course.added().add(fact);
            last = course;
            return Status.ACCEPTED;
        }

        int save() {
            courses.values().stream()
                    .filter(course -> !course.added().isEmpty())
                    .forEach(course -> {
                        progresses.save(course.progress());
                        course.added().forEach(facts::save);
                    });
            return last == null ? 0 : last.progress().percent();
        }

        private Course open(Enrolled one, List<UUID> lessons) {
            var progress =
                    progresses
                            .findById(new ProgressId(one.enrollmentId()))
                            .orElseGet(() ->
                                    CourseProgress.atTheStart(
                                            one.enrollmentId(),
                                            learner,
                                            one.courseId(),
                                            one.courseVersion()));
            return new Course(
                    progress,
                    versions.version(one.courseId(), one.courseVersion()),
                    new ArrayList<>(
                            facts.findByEnrollmentIdAndLessonIdIn(one.enrollmentId(), lessons)),
                    new ArrayList<>());
        }
    }

    private record Course(
            CourseProgress progress, PinnedVersion pinned, List<Fact> facts, List<Fact> added) {}
}
