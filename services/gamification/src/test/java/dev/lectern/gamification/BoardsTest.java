package dev.lectern.gamification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.events.user.ProfileUpdated;
import dev.lectern.gamification.application.Earning;
import dev.lectern.gamification.application.Reversing;
import dev.lectern.gamification.domain.Act;
import dev.lectern.testing.AtOnce;
import dev.lectern.testing.facts.Enrolled;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.JsonNode;

/// Boards of one course, so that no other test is on them.
class BoardsTest extends GamificationServiceTest {

    @Autowired Earning earning;
    @Autowired Reversing reversing;
    @Autowired StringRedisTemplate redis;
    @Autowired Clock clock;

    private final UUID second = UUID.randomUUID();
    private final UUID third = UUID.randomUUID();
    private final UUID author = UUID.randomUUID();

    @BeforeEach
    void openTheCourse() {
        publishCourse(course, author);
        await().until(() ->
                as(author).get("/api/v1/leaderboards/course?courseId=" + course).status() == 200);
    }

    @Test
    void orderByPointsWithSharedRanks() {
        earn(learner, 2);
        earn(second, 3);
        earn(third, 2);

        var board = awaitLive(3);

        assertThat(board.get("items"))
                .extracting(item -> item.get("rank").asLong())
                .containsExactly(1L, 2L, 2L);
        assertThat(board.get("items"))
                .extracting(item -> item.get("points").asLong())
                .containsExactly(30L, 20L, 20L);
        assertThat(ofCourse(third).at("/me/rank").asLong()).isEqualTo(2);
        assertThat(ofCourse(third).at("/me/points").asLong()).isEqualTo(20);
        assertThat(ofCourse(author).at("/me/rank").isNull()).isTrue();
    }

    @Test
    void haveAWeekThatIsOver() {
        earn(learner, 1, clock.instant().minus(Duration.ofDays(14)));
        earn(second, 1, clock.instant());

        var week = board("course?period=WEEK&courseId=" + course, author);

        assertThat(week.get("items")).hasSize(1);
        assertThat(ofCourse(author).get("items")).hasSize(2);
    }

    @Test
    void followWhatIsTakenBack() {
        earn(learner, 2);
        earn(second, 1);
        awaitLive(2);

        reversing.revoke(
                new Reversing.Revoke(UUID.randomUUID(), enrollmentOf(learner), learner, course));

        await().untilAsserted(() -> assertThat(live()).containsOnly(second.toString()));
        assertThat(ofCourse(author).get("items")).hasSize(1);
        assertThat(ofCourse(learner).at("/me/rank").isNull()).isTrue();
    }

    @Nested
    class Redis {

        @Test
        void emptiedIsFilledAgainWithTheSame() {
            earn(learner, 2);
            earn(second, 3);
            earn(third, 2);
            var before = awaitLive(3).get("items");

            forgetAll();

            assertThat(ofCourse(author).get("items")).isEqualTo(before);
            awaitLive(3);
            assertThat(ofCourse(author).get("items")).isEqualTo(before);
        }

        @Test
        void thatLostTheSetAloneIsNotBelieved() {
            earn(learner, 2);
            earn(second, 3);
            awaitLive(2);

            redis.delete(key("points"));
            earn(third, 1);

            await().untilAsserted(() -> assertThat(live()).contains(third.toString()));
            assertThat(ofCourse(author).get("items")).hasSize(3);
            assertThat(awaitLive(3).get("items")).hasSize(3);
        }

        @Test
        void isNotPutBackByAnOlderWriter() {
            earn(learner, 2);
            awaitLive(1);

            var revision =
                    Long.parseLong(
                            (String)
                                    Objects.requireNonNull(
                                            redis.opsForHash()
                                                    .get(key("revisions"), learner.toString())));
            redis.opsForHash()
                    .put(key("revisions"), learner.toString(), Long.toString(revision + 100));
            earn(learner, 1);
            await().until(() -> waiting("refresh-boards-of-learner") == 0);

            assertThat(redis.opsForZSet().score(key("points"), learner.toString())).isEqualTo(20);
        }

        @Test
        void holdsTheNewestAfterManyChangesAtOnce() throws Exception {
            awaitEmpty();
            earn(learner, 1);
            awaitLive(1);

            AtOnce.run(
                    20,
                    () -> {
                        earn(learner, 1);
                        return "done";
                    });

            await().untilAsserted(() ->
                    assertThat(redis.opsForZSet().score(key("points"), learner.toString()))
                            .isEqualTo(210));
        }
    }

    @Nested
    class Seen {

        @Test
        void byAPseudonymByANameOrNotAtAll() {
            USER.name(learner, "Łukasz Żółć");
            earn(learner, 3);
            earn(second, 2);
            earn(third, 1);
            awaitLive(3);
            assertThat(names()).noneMatch(name -> name.contains("Łukasz"));

            show(learner, "NAME");
            show(third, "HIDDEN");

            assertThat(names()).hasSize(2).contains("Łukasz Żółć");
            await().untilAsserted(
                            () -> assertThat(live()).doesNotContain(third.toString()).hasSize(2));
            var hidden = ofCourse(third);
            assertThat(hidden.at("/me/rank").isNull()).isTrue();
            assertThat(hidden.at("/me/points").asLong()).isEqualTo(10);
        }

        @Test
        void neverWhileHiddenWhateverRedisStillHolds() {
            earn(learner, 3);
            earn(second, 2);
            awaitLive(2);
            show(learner, "HIDDEN");
            await().untilAsserted(() -> assertThat(live()).doesNotContain(learner.toString()));

            redis.opsForZSet().add(key("points"), learner.toString(), 30);

            var items = ofCourse(author).get("items");
            assertThat(items).hasSize(1);
            assertThat(items.at("/0/rank").asLong()).isEqualTo(1);
            assertThat(items.at("/0/points").asLong()).isEqualTo(20);
        }

        @Test
        void neverWhileHiddenAfterABoardIsCopiedAnew() {
            show(learner, "HIDDEN");
            earn(learner, 3);
            earn(second, 2);

            forgetAll();
            awaitLive(1);

            assertThat(live()).containsOnly(second.toString());
        }

        @Test
        void againWithTheirPointsOnceTheyShowThemselves() {
            earn(learner, 3);
            show(learner, "HIDDEN");
            earn(learner, 1);

            show(learner, "PSEUDONYM");

            assertThat(awaitLive(1).at("/items/0/points").asLong()).isEqualTo(40);
        }

        @Test
        void byTheirPseudonymWhileUserIsAway() {
            USER.name(learner, "Ada Stone");
            earn(learner, 1);
            await().until(() -> waiting("ask-home") == 0);
            show(learner, "NAME");
            USER.away(learner);

            assertThat(names()).hasSize(1).noneMatch(name -> name.contains("Ada"));

            USER.back(learner);
            await().untilAsserted(() -> assertThat(names()).containsExactly("Ada Stone"));
        }

        @Test
        void byTheNameTheyHaveNow() {
            USER.name(learner, "Ada Stone");
            earn(learner, 1);
            show(learner, "NAME");
            await().untilAsserted(() -> assertThat(names()).containsExactly("Ada Stone"));
            var asked = USER.timesAsked(learner);
            assertThat(names()).containsExactly("Ada Stone");
            assertThat(USER.timesAsked(learner)).isEqualTo(asked);

            USER.name(learner, "Ada Berg");
            neighbours.say(learner, new ProfileUpdated(learner));

            await().untilAsserted(() -> assertThat(names()).containsExactly("Ada Berg"));
        }
    }

    /// Whatever is told, twice or in any order: every balance is the sum of its lines.
    @Test
    void areTheSumOfTheLedgerWhateverHappened() {
        var random = new Random(11);
        for (var round = 0; round < 10; round++) {
            var acts = new ArrayList<Runnable>();
            for (var person = 0; person < 4; person++) {
                var who = Enrolled.in(course, UUID.randomUUID());
                for (var i = 0; i < 5; i++) {
                    var act =
                            new Act(
                                    UUID.randomUUID(),
                                    who.learner(),
                                    course,
                                    who.id(),
                                    UUID.randomUUID(),
                                    AT.plus(Duration.ofDays(random.nextInt(30))));
                    acts.add(() -> earning.lessonCompleted(act));
                    acts.add(() -> earning.lessonCompleted(act));
                }
                if (random.nextBoolean()) {
                    acts.add(() ->
                            reversing.revoke(
                                    new Reversing.Revoke(
                                            UUID.randomUUID(), who.id(), who.learner(), course)));
                }
            }
            Collections.shuffle(acts, random);
            acts.forEach(Runnable::run);
        }

        assertThat(
                        database.sql(
                                        """
                                        with recount as (
                                            select 'all' as scope, 'ALL' as period, learner_id, points
                                            from point_entry
                                            union all
                                            select 'all', week, learner_id, points from point_entry
                                            union all
                                            select course_id::text, 'ALL', learner_id, points
                                            from point_entry
                                            union all
                                            select course_id::text, week, learner_id, points
                                            from point_entry),
                                        sums as (
                                            select scope, period, learner_id, sum(points) as points
                                            from recount group by 1, 2, 3)
                                        select count(*) from sums
                                        full join points_balance b using (scope, period, learner_id)
                                        where sums.points is distinct from b.points
                                          and learner_id in (
                                              select learner_id from point_entry
                                              where course_id = :course)
                                        """)
                                .param("course", course)
                                .query(Integer.class)
                                .single())
                .isZero();
        assertThat(
                        database.sql("select count(*) from points_balance where points < 0")
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    private void earn(UUID who, int lessons) {
        earn(who, lessons, clock.instant());
    }

    private void earn(UUID who, int lessons, Instant at) {
        for (var i = 0; i < lessons; i++) {
            earning.lessonCompleted(
                    new Act(
                            UUID.randomUUID(),
                            who,
                            course,
                            enrollmentOf(who),
                            UUID.randomUUID(),
                            at));
        }
    }

    private static UUID enrollmentOf(UUID who) {
        return new UUID(who.getLeastSignificantBits(), who.getMostSignificantBits());
    }

    private void show(UUID who, String visibility) {
        var answer =
                as(who).put(
                                "/api/v1/leaderboards/me",
                                "{\"visibility\": \"%s\"}".formatted(visibility));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private JsonNode ofCourse(UUID seenBy) {
        if (!seenBy.equals(author)) {
            var by = new Enrolled(enrollmentOf(seenBy), seenBy, course, UUID.randomUUID());
            neighbours.say(by.id(), by.granted(1));
            await().until(() ->
                    as(seenBy).get("/api/v1/leaderboards/course?courseId=" + course).status()
                            == 200);
        }
        return board("course?courseId=" + course, seenBy);
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        ofCourse(author).get("items").forEach(item -> names.add(item.get("name").asString()));
        return names;
    }

    /// Reads until the whole board is in Redis, and then once more.
    private JsonNode awaitLive(int learners) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> {
                    ofCourse(author);
                    return Boolean.TRUE.equals(redis.hasKey(key("whole")))
                            && live().size() == learners
                            && waiting("refresh-boards-of-learner") == 0;
                });
        return ofCourse(author);
    }

    private void awaitEmpty() {
        assertThat(ofCourse(author).get("items")).isEmpty();
    }

    private Set<String> live() {
        return Objects.requireNonNullElse(redis.opsForZSet().range(key("points"), 0, -1), Set.of());
    }

    private void forgetAll() {
        redis.delete(List.of(key("points"), key("revisions"), key("whole")));
    }

    private String key(String what) {
        return "gamification:{" + course + ":ALL}:" + what;
    }

    private int waiting(String task) {
        return database.sql("select count(*) from scheduled_tasks where task_name = :task")
                .param("task", task)
                .query(Integer.class)
                .single();
    }
}
