package dev.lectern.enrollment.progress.application;

import dev.lectern.common.problem.Refusal;
import dev.lectern.common.security.Caller;
import dev.lectern.enrollment.progress.application.ProgressView.LessonProgress;
import dev.lectern.enrollment.progress.application.ProgressView.Resume;
import dev.lectern.enrollment.progress.domain.LessonKind;
import dev.lectern.enrollment.progress.domain.PinnedVersion;
import java.sql.Array;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a learner may see of their own progress.
@Component
@Transactional(readOnly = true)
public class ProgressViews {

    private final JdbcClient jdbc;
    private final EnrolledLearners enrolled;
    private final CourseVersions versions;

    ProgressViews(JdbcClient jdbc, EnrolledLearners enrolled, CourseVersions versions) {
        this.jdbc = jdbc;
        this.enrolled = enrolled;
        this.versions = versions;
    }

    public ProgressView progress(UUID courseId, Caller caller) {
        var one = active(courseId, caller);
        var head = head(one.enrollmentId());
        var pinned = versions.version(one.courseId(), one.courseVersion());
        var seen = seen(one.enrollmentId(), pinned);
        var lessons =
                pinned.lessons().stream()
                        .map(lesson -> lessonProgress(lesson, seen.get(lesson.id())))
                        .toList();
        return new ProgressView(head.percent(), head.completedAt(), head.resume(), lessons);
    }

    public WhyView why(UUID courseId, Caller caller) {
        var one = active(courseId, caller);
        var pinned = versions.version(one.courseId(), one.courseVersion());
        var seen = seen(one.enrollmentId(), pinned);
        var rules =
                new ArrayList<>(
                        pinned.required().stream()
                                .map(lesson -> rule(lesson, seen.get(lesson.id())))
                                .toList());
        if (pinned.completion() != null) {
            rules.add(finalScore(pinned, pinned.completion(), one.enrollmentId()));
        }
        var completed = head(one.enrollmentId()).completedAt() != null;
        return new WhyView(completed ? "COMPLETED" : "IN_PROGRESS", rules);
    }

    private Enrolled active(UUID courseId, Caller caller) {
        return enrolled.in(courseId, caller.id())
                .filter(Enrolled::isActive)
                .orElseThrow(NotEnrolled::new);
    }

    private record Head(int percent, @Nullable Instant completedAt, @Nullable Resume resume) {}

    private Head head(UUID enrollment) {
        return jdbc.sql(
                        """
                        select percent, completed_at, resume_lesson_id, resume_position_seconds
                        from course_progress where enrollment_id = :enrollment
                        """)
                .param("enrollment", enrollment)
                .query((row, number) -> {
                    var completed = row.getObject("completed_at", OffsetDateTime.class);
                    var lesson = row.getObject("resume_lesson_id", UUID.class);
                    return new Head(
                            row.getInt("percent"),
                            completed == null ? null : completed.toInstant(),
                            lesson == null
                                    ? null
                                    : new Resume(lesson, row.getInt("resume_position_seconds")));
                })
                .optional()
                .orElse(new Head(0, null, null));
    }

    /// What the facts of an enrollment say of one lesson.
    private record Seen(boolean done, int watchedSeconds, List<UUID> evidence) {}

    private Map<UUID, Seen> seen(UUID enrollment, PinnedVersion pinned) {
        var found = reported(enrollment);
        attempts(enrollment)
                .forEach((quiz, passed) ->
                        pinned.showing(quiz)
                                .forEach(lesson ->
                                        found.put(
                                                lesson.id(),
                                                new Seen(!passed.isEmpty(), 0, passed))));
        return found;
    }

    /// For each quiz or assignment that was tried the attempts or grades that passed.
    private Map<UUID, List<UUID>> attempts(UUID enrollment) {
        var attempts = new HashMap<UUID, List<UUID>>();
        jdbc.sql(
                        """
                        select quiz_id, attempt_id, passed, graded_at from graded_attempt
                        where enrollment_id = :enrollment
                        union all
                        select assignment_id, grade_id, passed, graded_at from graded_submission
                        where enrollment_id = :enrollment order by graded_at
                        """)
                .param("enrollment", enrollment)
                .query(row -> {
                    var passed =
                            attempts.computeIfAbsent(
                                    row.getObject("quiz_id", UUID.class), _ -> new ArrayList<>());
                    if (row.getBoolean("passed")) {
                        passed.add(row.getObject("attempt_id", UUID.class));
                    }
                });
        return attempts;
    }

    /// The attempts that reached the score completing asks for.
    private WhyView.Rule finalScore(
            PinnedVersion pinned, PinnedVersion.Completion completion, UUID enrollment) {
        var reached =
                jdbc.sql(
                                """
                                select attempt_id from graded_attempt
                                where enrollment_id = :enrollment and quiz_id = :quiz
                                  and score_percent >= :least
                                order by graded_at
                                """)
                        .param("enrollment", enrollment)
                        .param("quiz", completion.finalQuizId())
                        .param("least", completion.minScorePercent())
                        .query(UUID.class)
                        .list();
        var lesson = pinned.showing(completion.finalQuizId()).getFirst();
        return new WhyView.Rule(
                "FINAL_SCORE",
                lesson.id(),
                !reached.isEmpty(),
                reached,
                "\"%s\" needs %d %%.".formatted(lesson.title(), completion.minScorePercent()));
    }

    private Map<UUID, Seen> reported(UUID enrollment) {
        var found = new HashMap<UUID, Seen>();
        jdbc.sql(
                        """
                        select f.lesson_id,
                               exists (select 1 from done_lesson d
                                       where d.enrollment_id = :enrollment
                                         and d.lesson_id = f.lesson_id) as done,
                               coalesce((select sum(upper(part) - lower(part)) from unnest(
                                   range_agg(int4range(f.from_seconds, f.to_seconds))
                                       filter (where f.type = 'WATCHED')) part), 0) as watched,
                               array_agg(f.id order by f.id)
                                   filter (where f.type <> 'OPENED') as evidence
                        from fact f where f.enrollment_id = :enrollment
                        group by f.lesson_id
                        """)
                .param("enrollment", enrollment)
                .query(row -> {
                    Array evidence = row.getArray("evidence");
                    found.put(
                            row.getObject("lesson_id", UUID.class),
                            new Seen(
                                    row.getBoolean("done"),
                                    row.getInt("watched"),
                                    evidence == null
                                            ? List.of()
                                            : List.of((UUID[]) evidence.getArray())));
                });
        return found;
    }

    private static LessonProgress lessonProgress(PinnedVersion.Lesson lesson, @Nullable Seen seen) {
        if (seen == null) {
            return new LessonProgress(lesson.id(), "NOT_STARTED", 0);
        }
        return new LessonProgress(
                lesson.id(), seen.done() ? "DONE" : "IN_PROGRESS", watchedPercent(lesson, seen));
    }

    private static int watchedPercent(PinnedVersion.Lesson lesson, Seen seen) {
        return lesson.durationSeconds() == 0
                ? 0
                : (int) (100L * seen.watchedSeconds() / lesson.durationSeconds());
    }

    private static WhyView.Rule rule(PinnedVersion.Lesson lesson, @Nullable Seen seen) {
        var met = seen != null && seen.done();
        return new WhyView.Rule(
                "LESSON_DONE",
                lesson.id(),
                met,
                seen == null ? List.of() : seen.evidence(),
                detail(lesson, seen, met));
    }

    private static String detail(PinnedVersion.Lesson lesson, @Nullable Seen seen, boolean met) {
        var title = "\"" + lesson.title() + "\"";
        if (met) {
            return title + " is done.";
        }
        if (lesson.kind() == LessonKind.VIDEO) {
            var percent = seen == null ? 0 : watchedPercent(lesson, seen);
            return title + " is watched to " + percent + " %; 90 % are needed.";
        }
        return title + " is not done yet.";
    }

    /// Progress is shown to those who are enrolled now.
    private static final class NotEnrolled extends Refusal {
        NotEnrolled() {
            super(Kind.FORBIDDEN, "NOT_ENROLLED", "You are not enrolled in this course.");
        }
    }
}
