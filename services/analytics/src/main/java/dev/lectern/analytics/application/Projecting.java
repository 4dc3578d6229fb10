package dev.lectern.analytics.application;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What an event says, kept as facts. Every fact is kept once for what it is about and every merge
/// is indifferent to order, so that the log read again, in whatever order, gives the same facts.
@Component
class Projecting {

    static final List<String> FACTS =
            List.of(
                    "fact_step",
                    "fact_lesson",
                    "fact_lesson_place",
                    "fact_watched",
                    "fact_attempt",
                    "fact_money");
    private static final int HALF = 50;

    private final JdbcClient jdbc;

    Projecting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void apply(LoggedEvent event) {
        switch (event.type()) {
            case "activity.course-viewed.v1" -> {
                // Authors look at their own page all the time; nobody is won by that.
                if (!event.isByAuthor()) {
                    step("VIEWED", event, event.occurredAt());
                }
            }
            case "activity.lesson-opened.v1" -> {
                step("STARTED", event, event.occurredAt());
                lesson(event, event.occurredAt(), false);
            }
            case "activity.video-watched.v1" -> watched(event);
            case "payment.order-paid.v1" -> {
                step("ORDERED", event, event.at("paidAt"));
                money("ORDER", "orderId", event, event.at("paidAt"));
            }
            case "payment.refund-settled.v1", "payment.partial-refund-settled.v1" ->
                    money("REFUND", "refundId", event, event.at("settledAt"));
            case "enrollment.granted.v1" -> step("ENROLLED", event, event.at("grantedAt"));
            case "enrollment.lesson-completed.v1" -> {
                step("STARTED", event, event.at("completedAt"));
                lesson(event, event.at("completedAt"), true);
            }
            case "enrollment.progress-changed.v1" -> {
                if (event.number("percent") >= HALF) {
                    step("HALFWAY", event, event.occurredAt());
                }
            }
            case "enrollment.completed.v1" -> step("COMPLETED", event, event.at("completedAt"));
            case "assessment.attempt-graded.v1" -> attempt(event);
            case "course.published.v1" -> places(event);
            default -> {
                // Kept in the log and the lake; no table asks for it yet.
            }
        }
    }

    private void step(String step, LoggedEvent event, Instant at) {
        jdbc.sql(
                        """
                        insert into fact_step (course_id, step, person, at)
                        values (:course, :step, :person, :at)
                        on conflict (course_id, step, person)
                        do update set at = least(fact_step.at, excluded.at)
                        """)
                .param("course", event.uuid("courseId"))
                .param("step", step)
                .param("person", event.uuid("learnerId"))
                .param("at", Timestamp.from(at))
                .update();
    }

    private void lesson(LoggedEvent event, Instant at, boolean completed) {
        jdbc.sql(
                        """
                        insert into fact_lesson
                            (course_id, lesson_id, person, opened_at, completed_at)
                        values (:course, :lesson, :person, :at,
                                case when :completed then cast(:at as timestamptz) end)
                        on conflict (course_id, lesson_id, person) do update set
                            opened_at = least(fact_lesson.opened_at, excluded.opened_at),
                            completed_at = least(fact_lesson.completed_at, excluded.completed_at)
                        """)
                .param("course", event.uuid("courseId"))
                .param("lesson", event.uuid("lessonId"))
                .param("person", event.uuid("learnerId"))
                .param("at", Timestamp.from(at))
                .param("completed", completed)
                .update();
    }

    private void watched(LoggedEvent event) {
        jdbc.sql(
                        """
                        insert into fact_watched
                            (event_id, course_id, video_id, person, from_seconds, to_seconds, at)
                        values (:id, :course, :video, :person, :from, :to, :at)
                        on conflict do nothing
                        """)
                .param("id", event.id())
                .param("course", event.uuid("courseId"))
                .param("video", event.uuid("videoId"))
                .param("person", event.uuid("learnerId"))
                .param("from", event.number("fromSeconds"))
                .param("to", event.number("toSeconds"))
                .param("at", Timestamp.from(event.occurredAt()))
                .update();
        step("STARTED", event, event.occurredAt());
    }

    private void attempt(LoggedEvent event) {
        jdbc.sql(
                        """
                        insert into fact_attempt
                            (attempt_id, course_id, quiz_id, person, score_percent, passed, at)
                        values (:attempt, :course, :quiz, :person, :score, :passed, :at)
                        on conflict (attempt_id) do update set
                            score_percent = excluded.score_percent, passed = excluded.passed,
                            at = excluded.at
                        where (excluded.at, excluded.score_percent, excluded.passed)
                            > (fact_attempt.at, fact_attempt.score_percent, fact_attempt.passed)
                        """)
                .param("attempt", event.uuid("attemptId"))
                .param("course", event.uuid("courseId"))
                .param("quiz", event.uuid("quizId"))
                .param("person", event.uuid("learnerId"))
                .param("score", event.number("scorePercent"))
                .param("passed", event.data().path("passed").asBoolean())
                .param("at", Timestamp.from(event.at("gradedAt")))
                .update();
    }

    private void money(String kind, String idField, LoggedEvent event, Instant at) {
        jdbc.sql(
                        """
                        insert into fact_money (kind, id, course_id, currency, amount, at)
                        values (:kind, :id, :course, :currency, :amount, :at)
                        on conflict (kind, id) do update set
                            course_id = excluded.course_id, currency = excluded.currency,
                            amount = excluded.amount, at = excluded.at
                        where (excluded.at, excluded.amount, excluded.currency, excluded.course_id)
                            < (fact_money.at, fact_money.amount, fact_money.currency,
                               fact_money.course_id)
                        """)
                .param("kind", kind)
                .param("id", event.uuid(idField))
                .param("course", event.uuid("courseId"))
                .param("currency", event.data().path("currency").asString())
                .param("amount", event.data().path("amount").asLong())
                .param("at", Timestamp.from(at))
                .update();
    }

    private void places(LoggedEvent event) {
        var place = 0;
        for (var section : event.data().path("sections")) {
            for (var lesson : section.path("lessons")) {
                place++;
                jdbc.sql(
                                """
                                insert into fact_lesson_place (course_id, lesson_id, version, place)
                                values (:course, cast(:lesson as uuid), :version, :place)
                                on conflict (course_id, lesson_id) do update set
                                    version = excluded.version, place = excluded.place
                                where (fact_lesson_place.version, fact_lesson_place.place)
                                    < (excluded.version, excluded.place)
                                """)
                        .param("course", event.uuid("courseId"))
                        .param("lesson", lesson.path("lessonId").asString())
                        .param("version", event.number("version"))
                        .param("place", place)
                        .update();
            }
        }
    }
}
