package dev.lectern.gamification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lectern.events.user.ProfileUpdated;
import dev.lectern.gamification.application.Earning;
import dev.lectern.gamification.application.Reversing;
import dev.lectern.gamification.domain.Act;
import dev.lectern.testing.AtOnce;
import dev.lectern.testing.facts.Enrolled;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;

class EarningTest extends GamificationServiceTest {

    private static final String ENTRIES = "select count(*) from point_entry where learner_id = :id";

    @Autowired Earning earning;
    @Autowired Reversing reversing;

    @Test
    void givesWhatTheRulesSayAndTellsTheOthers() {
        var heard = neighbours.listenTo("gamification");

        completeLesson(enrolled);
        neighbours.say(UUID.randomUUID(), graded(enrolled, 1, 80, true));
        neighbours.say(enrolled.id(), courseCompleted(enrolled));

        awaitBalance(learner, 130);
        var told = heard.atLeast(3, "gamification.points-awarded.v1");
        assertThat(told)
                .allSatisfy(event ->
                        assertThat(event.at("/data/learnerId").asString())
                                .isEqualTo(learner.toString()));
        assertThat(told)
                .extracting(event -> event.at("/data/rule").asString())
                .containsExactlyInAnyOrder(
                        "LESSON_COMPLETED", "QUIZ_PASSED_FIRST_TIME", "COURSE_COMPLETED");
        var badge = heard.atLeast(1, "gamification.badge-earned.v1").getFirst();
        assertThat(badge.at("/data/badge").asString()).isEqualTo("FIRST_COURSE");
    }

    @Nested
    class Once {

        @Test
        void howeverOftenAFactIsTold() {
            var lesson = enrolled.completed(UUID.randomUUID());
            var letter = neighbours.letter(enrolled.id(), lesson);

            for (var i = 0; i < 3; i++) {
                neighbours.send(letter);
                neighbours.say(enrolled.id(), lesson);
            }
            completeLesson(enrolled);

            awaitBalance(learner, 20);
            assertThat(number(ENTRIES, learner)).isEqualTo(2);
        }

        @Test
        void forTwentyTellingsAtOnce() throws Exception {
            var lesson = UUID.randomUUID();

            AtOnce.run(
                    20,
                    () -> {
                        earning.lessonCompleted(act(UUID.randomUUID(), lesson));
                        return "done";
                    });

            assertThat(balance(learner)).isEqualTo(10);
            assertThat(number(ENTRIES, learner)).isEqualTo(1);
        }

        @Test
        void alsoWhereTheLessonIsDoneInAnotherEnrollment() {
            var lesson = UUID.randomUUID();
            var again = Enrolled.in(course, learner);
            neighbours.say(enrolled.id(), enrolled.completed(lesson));
            neighbours.say(again.id(), again.completed(lesson));
            completeLesson(again);

            awaitBalance(learner, 20);
        }

        @Test
        void byTheIndexesToo() {
            completeLesson(enrolled);
            awaitBalance(learner, 10);

            assertThatThrownBy(() -> copyEntry("source_event_id", "gen_random_uuid()"))
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining("once_a_source");
            assertThatThrownBy(() -> copyEntry("subject_id", "subject_id"))
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining("once_a_subject");
        }

        private void copyEntry(String kept, String subject) {
            database.sql(
                            """
                            insert into point_entry
                            select gen_random_uuid(), learner_id, course_id, enrollment_id, rule,
                                   rule_version, %s, round, points, %s, null, week, happened_at
                            from point_entry where learner_id = :id
                            """
                                    .formatted(
                                            subject,
                                            kept.equals("source_event_id")
                                                    ? "source_event_id"
                                                    : "gen_random_uuid()"))
                    .param("id", learner)
                    .update();
        }
    }

    @Nested
    class Nothing {

        @Test
        void isGivenForAQuizPassedLaterOrNotAtAll() {
            neighbours.say(UUID.randomUUID(), graded(enrolled, 1, 40, false));
            neighbours.say(UUID.randomUUID(), graded(enrolled, 2, 90, true));
            neighbours.say(UUID.randomUUID(), graded(enrolled, 1, 90, true));

            awaitBalance(learner, 20);
            assertThat(number(ENTRIES, learner)).isEqualTo(1);
        }

        @Test
        void changesALineOfTheLedgerOrARule() {
            completeLesson(enrolled);
            awaitBalance(learner, 10);

            for (var sql :
                    new String[] {
                        "update point_entry set points = 1000 where learner_id = :id",
                        "delete from point_entry where learner_id = :id",
                        "update point_rule set points = 1000 where cast(:id as uuid) is not null",
                        "delete from point_rule where cast(:id as uuid) is not null"
                    }) {
                assertThatThrownBy(() -> database.sql(sql).param("id", learner).update())
                        .as(sql)
                        .isInstanceOf(DataAccessException.class)
                        .hasMessageContaining("only ever added to");
            }
        }
    }

    @Nested
    class Revoking {

        @Test
        void takesBackThatCoursesPointsAndNoOthers() {
            var heard = neighbours.listenTo("gamification");
            var other = Enrolled.in(UUID.randomUUID(), learner);
            completeLesson(enrolled);
            completeLesson(enrolled);
            completeLesson(other);
            awaitBalance(learner, 30);

            var revoked = neighbours.letter(enrolled.id(), enrolled.revoked());
            neighbours.send(revoked);
            neighbours.send(revoked);
            neighbours.say(enrolled.id(), enrolled.revoked());

            awaitBalance(learner, 10);
            assertThat(heard.atLeast(2, "gamification.points-reversed.v1"))
                    .allSatisfy(
                            event -> assertThat(event.at("/data/points").asInt()).isEqualTo(10));
            completeLesson(other);
            awaitBalance(learner, 20);
            assertThat(number(ENTRIES, learner)).isEqualTo(6);
        }

        @Test
        void leavesNothingForFactsThatComeLate() {
            neighbours.say(enrolled.id(), enrolled.revoked());
            await().until(() ->
                    number(
                                    "select count(*) from revoked_enrollment where enrollment_id = :id",
                                    enrolled.id())
                            == 1);
            completeLesson(enrolled);
            neighbours.say(UUID.randomUUID(), graded(enrolled, 1, 90, true));
            var other = Enrolled.in(UUID.randomUUID(), learner);
            completeLesson(other);

            awaitBalance(learner, 10);
            await().during(Duration.ofMillis(500)).until(() -> number(ENTRIES, learner) == 1);
        }

        @Test
        void letsTheSameBeEarnedAgainByWhoComesBack() {
            var lesson = UUID.randomUUID();
            neighbours.say(enrolled.id(), enrolled.completed(lesson));
            awaitBalance(learner, 10);
            neighbours.say(enrolled.id(), enrolled.revoked());
            awaitBalance(learner, 0);

            var again = Enrolled.in(course, learner);
            neighbours.say(again.id(), again.completed(lesson));

            awaitBalance(learner, 10);
        }

        @Test
        void leavesBadgesWhereTheyAre() {
            neighbours.say(enrolled.id(), courseCompleted(enrolled));
            awaitBalance(learner, 100);
            neighbours.say(enrolled.id(), enrolled.revoked());
            awaitBalance(learner, 0);

            var badges = as(learner).get("/api/v1/badges").json();

            assertThat(badges.at("/items/0/code").asString()).isEqualTo("FIRST_COURSE");
            assertThat(badges.at("/items/0/progressPercent").asInt()).isEqualTo(100);
        }

        @Test
        void endsAtNothingInARaceWithWhatItTakesBack() throws Exception {
            var turn = new AtomicInteger();

            AtOnce.run(
                    20,
                    () -> {
                        if (turn.getAndIncrement() % 2 == 0) {
                            earning.lessonCompleted(act(UUID.randomUUID(), UUID.randomUUID()));
                        } else {
                            reversing.revoke(
                                    new Reversing.Revoke(
                                            UUID.randomUUID(), enrolled.id(), learner, course));
                        }
                        return "done";
                    });

            assertThat(balance(learner)).isZero();
        }
    }

    @Nested
    class Reviews {

        @Test
        void giveFiveOnceACourse() {
            var posted = neighbours.letter(UUID.randomUUID(), reviewed(enrolled));

            neighbours.send(posted);
            neighbours.send(posted);
            neighbours.say(UUID.randomUUID(), reviewed(enrolled));
            var other = Enrolled.in(UUID.randomUUID(), learner);
            neighbours.say(UUID.randomUUID(), reviewed(other));

            awaitBalance(learner, 10);
            assertThat(number(ENTRIES, learner)).isEqualTo(2);
        }

        @Test
        void goWithTheCourse() {
            neighbours.say(UUID.randomUUID(), reviewed(enrolled));
            awaitBalance(learner, 5);

            neighbours.say(enrolled.id(), enrolled.revoked());
            awaitBalance(learner, 0);

            neighbours.say(UUID.randomUUID(), reviewed(enrolled));
            var other = Enrolled.in(UUID.randomUUID(), learner);
            neighbours.say(UUID.randomUUID(), reviewed(other));
            awaitBalance(learner, 5);
            assertThat(number(ENTRIES, learner)).isEqualTo(3);
        }
    }

    @Nested
    class Streaks {

        @Test
        void areCountedWhereTheLearnerLives() {
            USER.home(learner, "Pacific/Auckland");
            var heard = neighbours.listenTo("gamification");

            earning.lessonCompleted(actAt("2026-10-02T10:30:00Z"));
            earning.lessonCompleted(actAt("2026-10-02T11:30:00Z"));

            var told = heard.atLeast(1, "gamification.streak-extended.v1").getFirst();
            assertThat(told.at("/data/days").asInt()).isEqualTo(2);
            assertThat(told.at("/data/lastDay").asString()).isEqualTo("2026-10-03");
            assertThat(told.toString()).doesNotContain("Auckland", "Ida");
        }

        @Test
        void waitForUserWithoutLosingADay() {
            USER.away(learner);
            earning.lessonCompleted(actAt("2026-10-02T10:30:00Z"));
            earning.lessonCompleted(actAt("2026-10-03T10:30:00Z"));
            await().until(() -> USER.timesAsked(learner) > 0);
            assertThat(longestStreak()).isZero();

            USER.back(learner);

            await().atMost(Duration.ofSeconds(30)).until(() -> longestStreak() == 2);
        }

        @Test
        void followALearnerWhoMoves() {
            earning.lessonCompleted(actAt("2026-10-02T10:30:00Z"));
            await().until(() -> zone().equals("UTC"));

            USER.home(learner, "Pacific/Honolulu");
            neighbours.say(learner, new ProfileUpdated(learner));

            await().until(() -> zone().equals("Pacific/Honolulu"));
        }

        private int longestStreak() {
            return number("select longest_streak from account where learner_id = :id", learner);
        }

        private String zone() {
            return database.sql(
                            "select coalesce(time_zone, '') from account where learner_id = :id")
                    .param("id", learner)
                    .query(String.class)
                    .single();
        }

        private Act actAt(String time) {
            return new Act(
                    UUID.randomUUID(),
                    learner,
                    course,
                    enrolled.id(),
                    UUID.randomUUID(),
                    Instant.parse(time));
        }
    }

    private Act act(UUID source, UUID lesson) {
        return new Act(source, learner, course, enrolled.id(), lesson, AT);
    }
}
