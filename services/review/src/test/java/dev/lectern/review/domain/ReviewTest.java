package dev.lectern.review.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.common.problem.Refusal;
import dev.lectern.review.domain.Review.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewTest {

    private static final Instant NOW = Instant.parse("2026-10-02T09:15:00Z");

    private final Review review = aReview(4, "Good.");

    @Nested
    class Posting {

        @ParameterizedTest
        @ValueSource(ints = {20, 21, 100})
        void isForWhoHasSeenEnough(int percent) {
            assertThat(Review.post(standingAt(percent), Opinion.of(5, null), NOW).counts())
                    .isTrue();
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 19})
        void isNotForWhoHasNot(int percent) {
            refuses(
                    "PROGRESS_TOO_LOW",
                    () -> Review.post(standingAt(percent), Opinion.of(5, null), NOW));
        }
    }

    @Nested
    class Editing {

        @Test
        void keepsHowItReadBefore() {
            var first = review.edit(Opinion.of(2, "Less so."), NOW.plusSeconds(60)).orElseThrow();
            var second = review.edit(Opinion.of(3, "Hm."), NOW.plusSeconds(90)).orElseThrow();

            assertThat(first.opinion()).isEqualTo(Opinion.of(4, "Good."));
            assertThat(first.writtenAt()).isEqualTo(NOW);
            assertThat(second.opinion()).isEqualTo(Opinion.of(2, "Less so."));
            assertThat(second.writtenAt()).isEqualTo(NOW.plusSeconds(60));
            assertThat(second.replacedAt()).isEqualTo(NOW.plusSeconds(90));
            assertThat(review.countedStars()).contains(3);
            assertThat(review.editedAt()).isEqualTo(NOW.plusSeconds(90));
        }

        @Test
        void intoTheSameChangesNothing() {
            assertThat(review.edit(Opinion.of(4, " Good. "), NOW.plusSeconds(60))).isEmpty();
            assertThat(review.editedAt()).isNull();
        }

        @Test
        void isOverOnceAccessIsRevoked() {
            review.accessIs(true);

            refuses("NOT_ENROLLED", () -> review.edit(Opinion.of(1, null), NOW));
        }
    }

    @Nested
    class Counting {

        @Test
        void endsWithAccessAndComesBackWithIt() {
            review.accessIs(true);
            assertThat(review.countedStars()).isEmpty();

            review.accessIs(false);
            assertThat(review.countedStars()).contains(4);
        }

        @Test
        void isNotBroughtBackByAccessWhereAModeratorTookItOut() {
            review.takeOut("Advertising.", NOW);
            review.accessIs(true);
            review.accessIs(false);
            assertThat(review.countedStars()).isEmpty();

            review.putBack();
            assertThat(review.countedStars()).contains(4);
        }

        @Test
        void keepsTheFirstReasonToBeTakenOut() {
            review.takeOut("Advertising.", NOW);
            review.takeOut("Rude.", NOW.plusSeconds(5));

            assertThat(review.takenOutFor()).isEqualTo("Advertising.");
        }
    }

    @Nested
    class Opinions {

        @ParameterizedTest
        @ValueSource(ints = {-1, 0, 6, 100})
        void haveOneToFiveStars(int stars) {
            refuses("INVALID_VALUE", () -> Opinion.of(stars, null));
        }

        @Test
        void ofBlanksHaveNoText() {
            assertThat(Opinion.of(3, " \n\t").text()).isNull();
        }

        @Test
        void haveTwoLinksAtMost() {
            assertThat(Opinion.of(3, "https://a.test www.b.test").text()).isNotNull();
            refuses(
                    "TOO_MANY_LINKS",
                    () -> Opinion.of(3, "https://a.test www.b.test HTTP://c.test"));
        }
    }

    @Nested
    class Ratings {

        private final CourseRating rating = CourseRating.of(UUID.randomUUID());

        @Test
        void addWhatIsNewAndTakeAwayWhatWas() {
            rating.replace(Optional.empty(), Optional.of(5));
            rating.replace(Optional.empty(), Optional.of(1));
            rating.replace(Optional.of(1), Optional.of(4));
            assertThat(rating.histogram()).containsExactly(0, 0, 0, 1, 1);
            assertThat(rating.average()).contains(new BigDecimal("4.50"));

            rating.replace(Optional.of(5), Optional.empty());
            rating.replace(Optional.of(4), Optional.empty());
            assertThat(rating.count()).isZero();
            assertThat(rating.average()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "0, 0, 0, 0, 0, 3.50",
            "0, 0, 0, 0, 1, 3.75",
            "1, 0, 0, 0, 0, 3.08",
            "0, 0, 0, 0, 1000, 4.99"
        })
        void areDrawnTowardsTheUsualWhereFewHaveSpoken(
                int ones, int twos, int threes, int fours, int fives, BigDecimal expected) {
            assertThat(Average.bayesian(List.of(ones, twos, threes, fours, fives)))
                    .isEqualTo(expected);
        }
    }

    private static Review aReview(int stars, String text) {
        return Review.post(standingAt(50), Opinion.of(stars, text), NOW);
    }

    private static Standing standingAt(int percent) {
        return new Standing(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), percent);
    }

    private static void refuses(String code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
