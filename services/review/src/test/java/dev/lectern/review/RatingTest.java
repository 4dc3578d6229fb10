package dev.lectern.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.common.event.CurrentState;
import dev.lectern.common.event.Received;
import dev.lectern.common.security.Caller;
import dev.lectern.common.security.Role;
import dev.lectern.events.enrollment.EnrollmentRevoked;
import dev.lectern.events.review.RatingChanged;
import dev.lectern.review.application.FollowingAccess;
import dev.lectern.review.application.Reviewing;
import dev.lectern.review.domain.Opinion;
import dev.lectern.testing.AtOnce;
import dev.lectern.testing.facts.Enrolled;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// What the reviews of a course come to.
class RatingTest extends ReviewServiceTest {

    @Autowired List<CurrentState> states;
    @Autowired TransactionTemplate transaction;
    @Autowired Reviewing reviewing;
    @Autowired FollowingAccess access;

    @Test
    void isNothingBeforeTheFirstReview() {
        var summary = summary();

        assertThat(summary.get("average").isNull()).isTrue();
        assertThat(summary.get("bayesianAverage").decimalValue()).isEqualByComparingTo("3.5");
        assertThat(summary.get("count").asInt()).isZero();
        assertThat(histogram()).containsExactly(0, 0, 0, 0, 0);
    }

    @Test
    void isWhatARecountFinds() {
        for (var stars : new int[] {5, 5, 4, 1}) {
            post(aLearnerAt(30), stars);
        }

        var summary = summary();
        assertThat(summary.get("average").decimalValue()).isEqualByComparingTo("3.75");
        assertThat(summary.get("bayesianAverage").decimalValue()).isEqualByComparingTo("3.61");
        assertThat(histogram()).containsExactly(1, 0, 0, 1, 2).isEqualTo(recount());
    }

    @Test
    void staysRightWhereManySpeakAtOnce() throws Exception {
        var learners = new ArrayList<Enrolled>();
        for (var i = 0; i < 12; i++) {
            learners.add(aLearnerAt(30));
        }
        var next = new AtomicInteger();

        var answers =
                AtOnce.run(
                        12,
                        () -> {
                            var mine = next.getAndIncrement();
                            var id = posted(learners.get(mine), mine % 5 + 1);
                            return edit(
                                    learners.get(mine).learner(),
                                    id,
                                    "{\"rating\": %d}".formatted((mine + 2) % 5 + 1));
                        });

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(summary().get("count").asInt()).isEqualTo(12);
        assertThat(histogram()).isEqualTo(recount());
    }

    @Nested
    class Access {

        @Test
        void revokedTakesTheReviewOutAndGivenAgainBringsItBack() {
            var heard = neighbours.listenTo("review");
            var mia = aLearnerAt(25);
            var id = posted(mia, 1);
            post(aLearnerAt(50), 5);
            assertThat(summary().get("average").asInt()).isEqualTo(3);

            neighbours.say(mia.id(), mia.suspended());
            awaitStatus(mia, "SUSPENDED");
            assertThat(summary().get("count").asInt()).isEqualTo(2);
            neighbours.say(mia.id(), mia.revoked());
            awaitCount(1);

            assertThat(summary().get("average").asInt()).isEqualTo(5);
            assertThat(listed()).hasSize(1);
            assertThat(anybody().get(REVIEWS + "/" + id).status()).isEqualTo(404);
            var own = as(mia.learner()).get(REVIEWS + "/" + id).json();
            assertThat(own.get("status").asString()).isEqualTo("WITHDRAWN");
            assertThat(own.get("rating").asInt()).isEqualTo(1);
            assertThat(edit(mia.learner(), id, "{\"rating\": 5}").code()).isEqualTo("NOT_ENROLLED");
            assertThat(
                            heard.atLeast(3, "review.rating-changed.v1")
                                    .getLast()
                                    .at("/data/count")
                                    .asInt())
                    .isEqualTo(1);

            var again = Enrolled.in(course, mia.learner());
            neighbours.say(again.id(), again.granted(1));
            awaitCount(2);
            assertThat(summary().get("average").asInt()).isEqualTo(3);
            assertThat(histogram()).isEqualTo(recount());
        }

        @Test
        void thatMerelyEndedKeepsTheReview() {
            var leo = aLearnerAt(50);
            posted(leo, 4);

            neighbours.say(leo.id(), leo.expired());
            awaitStatus(leo, "EXPIRED");

            assertThat(summary().get("count").asInt()).isEqualTo(1);
            assertThat(listed()).hasSize(1);
        }

        @Test
        void revokedInOneEnrollmentLeavesWhatAnotherGives() {
            var leo = aLearnerAt(50);
            posted(leo, 4);
            neighbours.say(leo.id(), leo.expired());
            var bought = at(Enrolled.in(course, leo.learner()), 5);

            neighbours.say(bought.id(), bought.revoked());
            awaitStatus(bought, "REVOKED");

            assertThat(summary().get("count").asInt()).isEqualTo(1);
        }

        @Test
        void toldTwiceAndOutOfOrderComesToTheSame() {
            var leo = aLearnerAt(50);
            posted(leo, 4);
            var suspended = neighbours.letter(leo.id(), leo.suspended());
            var restored = neighbours.letter(leo.id(), leo.restored());
            var revoked = neighbours.letter(leo.id(), leo.revoked());

            neighbours.send(revoked);
            awaitCount(0);
            neighbours.send(restored);
            neighbours.send(suspended);
            neighbours.send(revoked);
            var other = aLearnerAt(50);
            posted(other, 2);

            await().during(Duration.ofMillis(500)).until(() -> summary().get("count").asInt() == 1);
            assertThat(histogram()).containsExactly(0, 1, 0, 0, 0);
        }

        @Test
        void toldAgainAsRevokedTakesTheReviewOutToo() {
            var leo = aLearnerAt(50);
            posted(leo, 4);

            neighbours.say(leo.id(), leo.grantedAgain(1, "REVOKED", null));

            awaitCount(0);
        }

        @Test
        void revokedInTheMomentOfPostingFindsTheReview() throws Exception {
            var leo = aLearnerAt(50);

            var revoking =
                    transaction.execute(status -> {
                        reviewing.post(
                                new Reviewing.Post(course, Opinion.of(5, null)),
                                new Caller(leo.learner(), Set.of(Role.learner)));
                        var other = CompletableFuture.runAsync(() -> access.revoked(revoked(leo)));
                        await().until(() -> other.isDone() || somebodyWaits());
                        return other;
                    });

            revoking.get(20, TimeUnit.SECONDS);
            assertThat(summary().get("count").asInt()).isZero();
            assertThat(recount()).containsExactly(0, 0, 0, 0, 0);
        }

        private Received<EnrollmentRevoked> revoked(Enrolled who) {
            return new Received<>(who.revoked(), UUID.randomUUID(), who.id(), 1_000, Instant.now());
        }

        /// Asked by the thread that waits, on a connection of its own.
        private boolean somebodyWaits() {
            return database.sql("select exists (select 1 from pg_locks where not granted)")
                    .query(Boolean.class)
                    .single();
        }
    }

    @Nested
    class Progress {

        @Test
        void thatIsOlderNeverReplacesNewer() {
            var leo = Enrolled.in(course, UUID.randomUUID());
            neighbours.say(leo.id(), leo.granted(1));
            var low = neighbours.letter(leo.id(), progress(leo, 10));
            var high = neighbours.letter(leo.id(), progress(leo, 40));

            neighbours.send(high);
            neighbours.send(low);
            neighbours.send(high);
            at(Enrolled.in(course, UUID.randomUUID()), 30);
            awaitStatus(leo, "ACTIVE");

            await().until(() -> post(leo, 4).status() == 201);
        }
    }

    @Test
    void canBeToldAgainWhole() {
        posted(aLearnerAt(50), 4);
        posted(aLearnerAt(50), 5);

        assertThat(toldAgain())
                .containsExactly(new RatingChanged(course, new BigDecimal("4.50"), 2));
    }

    private List<RatingChanged> toldAgain() {
        var ratings =
                states.stream()
                        .filter(state -> state.type() == RatingChanged.class)
                        .findFirst()
                        .orElseThrow();
        return transaction.execute(status -> {
            var mine = new ArrayList<RatingChanged>();
            UUID last = null;
            List<CurrentState.Snapshot> batch;
            do {
                batch = ratings.after(last, 2);
                for (var snapshot : batch) {
                    if (snapshot.subject().equals(course)) {
                        mine.add((RatingChanged) snapshot.event());
                    }
                    last = snapshot.subject();
                }
            } while (batch.size() == 2);
            return mine;
        });
    }

    private List<Integer> histogram() {
        return summary().get("histogram").valueStream().map(one -> one.asInt()).toList();
    }
}
