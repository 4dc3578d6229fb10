package dev.lectern.gamification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

class AccountTest {

    private static final Instant NOON = Instant.parse("2026-10-02T12:00:00Z");
    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
    private static final ZoneId HONOLULU = ZoneId.of("Pacific/Honolulu");

    private final UUID learner = UUID.randomUUID();
    private final Account account = Account.of(learner);

    @Nested
    class Points {

        private final PointRule rule = new PointRule(RuleCode.LESSON_COMPLETED, 3, 10);

        @Test
        void areWhatTheRuleOfTheTimeSays() {
            var act = anAct();

            var entry = account.award(rule, act, 0);

            assertThat(entry.points()).isEqualTo(10);
            assertThat(entry.rule()).isEqualTo(RuleCode.LESSON_COMPLETED);
            assertThat(entry.ruleVersion()).isEqualTo(3);
            assertThat(entry.learnerId()).isEqualTo(learner);
            assertThat(entry.sourceEventId()).isEqualTo(act.sourceEventId());
            assertThat(entry.week()).isEqualTo("2026-W40");
            assertThat(told()).containsExactly(new AccountEvent.Awarded(entry));
        }

        @Test
        void areTakenBackFromTheWeekThatHadThem() {
            var given = account.award(rule, anAct(), 0);

            var taken = account.reverse(given, UUID.randomUUID(), NOON.plusSeconds(30 * 86_400));

            assertThat(taken.points()).isEqualTo(-10);
            assertThat(taken.reverses()).isEqualTo(given.id().value());
            assertThat(taken.week()).isEqualTo("2026-W40");
            assertThat(told()).contains(new AccountEvent.Reversed(taken, given.id()));
        }

        @Test
        void areNotTakenBackFromWhatTookThemBack() {
            var taken = account.reverse(account.award(rule, anAct(), 0), UUID.randomUUID(), NOON);

            assertThatThrownBy(() -> account.reverse(taken, UUID.randomUUID(), NOON))
                    .isInstanceOf(IllegalStateException.class);
        }

        @Test
        void areNeverGivenByARuleWorthNothing() {
            assertThatThrownBy(() -> new PointRule(RuleCode.LESSON_COMPLETED, 1, 0))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        private Act anAct() {
            return new Act(
                    UUID.randomUUID(),
                    learner,
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    NOON);
        }
    }

    @Nested
    class Streaks {

        @Test
        void growByADayOfTheLearnersOwnZone() {
            account.livesIn(AUCKLAND);

            // One day in UTC, but evening and the morning after in Auckland.
            account.learned(Instant.parse("2026-10-02T10:30:00Z"));
            account.learned(Instant.parse("2026-10-02T11:30:00Z"));

            assertThat(extended())
                    .containsExactly(
                            new AccountEvent.Extended(learner, 2, LocalDate.of(2026, 10, 3)));
        }

        @Test
        void doNotGrowTwiceOnOneDayOfTheZoneThoughUtcHasTwo() {
            account.livesIn(HONOLULU);

            account.learned(Instant.parse("2026-10-02T23:30:00Z"));
            account.learned(Instant.parse("2026-10-03T00:30:00Z"));

            assertThat(extended()).isEmpty();
            assertThat(account.longestStreak()).isEqualTo(1);
        }

        @Test
        void waitForTheZone() {
            account.learned(Instant.parse("2026-10-02T10:30:00Z"));
            account.learned(Instant.parse("2026-10-02T11:30:00Z"));
            assertThat(told()).isEmpty();

            account.livesIn(AUCKLAND);

            assertThat(extended()).hasSize(1);
            assertThat(account.longestStreak()).isEqualTo(2);
        }

        @Test
        void keepTheirDaysWhenTheLearnerMoves() {
            account.livesIn(AUCKLAND);
            account.learned(Instant.parse("2026-10-02T10:30:00Z"));

            account.livesIn(HONOLULU);

            assertThat(account.longestStreak()).isEqualTo(1);
        }

        @Test
        void beginAnewAfterAMissedDay() {
            account.livesIn(ZoneId.of("UTC"));
            learnOn(1, 2, 3, 5);

            assertThat(account.longestStreak()).isEqualTo(3);
            assertThat(extended()).extracting(AccountEvent.Extended::days).containsExactly(2, 3);
        }

        @Test
        void closeTheirGapsWhenADayIsToldLate() {
            account.livesIn(ZoneId.of("UTC"));
            learnOn(1, 2, 4, 5, 3);

            assertThat(account.longestStreak()).isEqualTo(5);
            assertThat(extended().getLast())
                    .isEqualTo(new AccountEvent.Extended(learner, 5, LocalDate.of(2026, 10, 5)));
        }

        @Test
        void comeOutAlikeInWhateverOrderTheirDaysAreTold() {
            var random = new Random(7);
            for (var round = 0; round < 100; round++) {
                var days = new ArrayList<Integer>();
                for (var day = 1; day <= 20; day++) {
                    if (random.nextInt(10) > 0) {
                        days.add(day);
                    }
                }
                var inOrder = longestOf(days);
                Collections.shuffle(days, random);

                assertThat(longestOf(days)).as("%s", days).isEqualTo(inOrder);
            }
        }

        private int longestOf(List<Integer> days) {
            var one = Account.of(learner);
            one.livesIn(ZoneId.of("UTC"));
            days.forEach(day -> one.learned(noonOf(day)));
            return one.longestStreak();
        }

        private void learnOn(int... days) {
            for (var day : days) {
                account.learned(noonOf(day));
            }
        }
    }

    @Nested
    class Badges {

        @Test
        void areEarnedOnce() {
            account.completedACourse(NOON);
            account.completedACourse(NOON.plusSeconds(60));
            account.scored(100, NOON);
            account.scored(100, NOON.plusSeconds(60));

            assertThat(account.badges())
                    .containsOnlyKeys(Badge.FIRST_COURSE, Badge.PERFECT_QUIZ)
                    .containsEntry(Badge.FIRST_COURSE, NOON);
            assertThat(told())
                    .containsExactly(
                            new AccountEvent.Decorated(learner, Badge.FIRST_COURSE, NOON),
                            new AccountEvent.Decorated(learner, Badge.PERFECT_QUIZ, NOON));
        }

        @Test
        void askForAllPointsOfAQuiz() {
            account.scored(99, NOON);

            assertThat(account.badges()).isEmpty();
            assertThat(account.bestQuizPercent()).isEqualTo(99);
        }

        @Test
        void askForSevenDaysInARowAndNotSix() {
            account.livesIn(ZoneId.of("UTC"));
            for (var day = 1; day <= 6; day++) {
                account.learned(noonOf(day));
            }
            assertThat(account.badges()).isEmpty();

            account.learned(noonOf(7));
            account.learned(noonOf(8));

            assertThat(account.badges()).containsOnlyKeys(Badge.STREAK_7);
            assertThat(told().stream().filter(AccountEvent.Decorated.class::isInstance)).hasSize(1);
        }
    }

    @Test
    void isSeenByAPseudonymUntilTheLearnerChoosesOtherwise() {
        assertThat(account.visibility()).isEqualTo(Visibility.PSEUDONYM);
        assertThat(account.pseudonym().value()).matches("[A-Z][a-z]+ [A-Z][a-z]+ [0-9]{4}");

        account.show(Visibility.HIDDEN);

        assertThat(account.isShown()).isFalse();
    }

    private static Instant noonOf(int day) {
        return LocalDate.of(2026, 10, day).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    private List<AccountEvent.Extended> extended() {
        return told().stream()
                .filter(AccountEvent.Extended.class::isInstance)
                .map(AccountEvent.Extended.class::cast)
                .toList();
    }

    private List<AccountEvent> told() {
        List<AccountEvent> events = ReflectionTestUtils.invokeMethod(account, "domainEvents");
        return List.copyOf(Objects.requireNonNull(events));
    }
}
