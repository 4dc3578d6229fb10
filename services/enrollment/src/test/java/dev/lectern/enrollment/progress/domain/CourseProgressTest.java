package dev.lectern.enrollment.progress.domain;

import static dev.lectern.enrollment.progress.domain.ProgressFixtures.GRANTED;
import static dev.lectern.enrollment.progress.domain.ProgressFixtures.NOW;
import static dev.lectern.enrollment.progress.domain.ProgressFixtures.aLearnerOf;
import static dev.lectern.enrollment.progress.domain.ProgressFixtures.aQuiz;
import static dev.lectern.enrollment.progress.domain.ProgressFixtures.aVideoOf;
import static dev.lectern.enrollment.progress.domain.ProgressFixtures.anArticle;
import static dev.lectern.enrollment.progress.domain.ProgressFixtures.anOptionalArticle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.enrollment.progress.domain.PinnedVersion.Lesson;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CourseProgressTest {

    @Nested
    class Articles {

        @Test
        void areDoneWhenTheLearnerSaysSo() {
            var first = anArticle();
            var learner = aLearnerOf(first, anArticle());

            learner.completes(first);

            assertThat(learner.progress().percent()).isEqualTo(50);
            assertThat(learner.progress().doneLessons()).containsExactly(first.id());
        }

        @Test
        void areNotDoneByOpeningThem() {
            var first = anArticle();
            var learner = aLearnerOf(first);

            learner.opens(first);

            assertThat(learner.progress().percent()).isZero();
        }

        @Test
        void areDoneOnce() {
            var first = anArticle();
            var learner = aLearnerOf(first, anArticle());

            learner.completes(first);
            learner.completes(first);

            assertThat(learner.events(ProgressEvent.LessonCompleted.class)).hasSize(1);
        }
    }

    @Nested
    class Videos {

        @Test
        void areDoneWhenNineTenthsWereWatched() {
            var video = aVideoOf(100);
            var learner = aLearnerOf(video, anArticle());

            learner.watches(video, 0, 89);
            assertThat(learner.progress().percent()).isZero();

            learner.watches(video, 89, 90);
            assertThat(learner.progress().percent()).isEqualTo(50);
        }

        @Test
        void countWhatWasWatchedTwiceOnce() {
            var video = aVideoOf(100);
            var learner = aLearnerOf(video);

            learner.watches(video, 0, 50);
            learner.watches(video, 0, 50);

            assertThat(learner.progress().percent()).isZero();
        }

        @Test
        void resumeWhereTheLatestWatchingEnded() {
            var video = aVideoOf(100);
            var learner = aLearnerOf(video);

            learner.watches(video, 0, 20);
            learner.opens(video);

            assertThat(learner.progress().resumePositionSeconds()).isEqualTo(20);
        }

        @Test
        void refuseMoreThanTheyAreLong() {
            var video = aVideoOf(30);
            var learner = aLearnerOf(video);

            assertThatThrownBy(() -> learner.watches(video, 0, 31))
                    .hasFieldOrPropertyWithValue("code", "BEYOND_DURATION");
        }

        @Test
        void refuseToBeWatchedFasterThanThreeTimes() {
            var video = aVideoOf(100);
            var learner = aLearnerOf(video);

            assertThatThrownBy(() -> learner.watchesWithin(video, 0, 30, Duration.ofSeconds(3)))
                    .hasFieldOrPropertyWithValue("code", "FASTER_THAN_TIME");
            learner.watchesWithin(video, 0, 30, Duration.ofSeconds(10));
        }

        @Test
        void refuseTwoPartsThatOneDeviceWatchedAtOnce() {
            var video = aVideoOf(100);
            var learner = aLearnerOf(video);
            learner.watchesAt(video, 0, 10, NOW.minusSeconds(60));

            assertThatThrownBy(() -> learner.watchesAt(video, 50, 60, NOW.minusSeconds(55)))
                    .hasFieldOrPropertyWithValue("code", "FASTER_THAN_TIME");
            learner.watchesAt(video, 50, 60, NOW.minusSeconds(50));
        }

        @Test
        void areNotDoneBySayingSo() {
            var video = aVideoOf(100);
            var learner = aLearnerOf(video);

            assertThatThrownBy(() -> learner.completes(video))
                    .hasFieldOrPropertyWithValue("code", "NOT_SELF_COMPLETABLE");
        }
    }

    @Nested
    class Time {

        @Test
        void refusesWhatHasNotHappenedYet() {
            var article = anArticle();
            var learner = aLearnerOf(article);

            assertThatThrownBy(() -> learner.completesAt(article, NOW.plusSeconds(61)))
                    .hasFieldOrPropertyWithValue("code", "FROM_THE_FUTURE");
            learner.completesAt(article, NOW.plusSeconds(60));
        }

        @Test
        void refusesWhatHappenedBeforeTheEnrollment() {
            var article = anArticle();
            var learner = aLearnerOf(article);

            assertThatThrownBy(() -> learner.completesAt(article, GRANTED.minusMillis(1001)))
                    .hasFieldOrPropertyWithValue("code", "NOT_ENROLLED");
            assertThat(learner.facts()).isEmpty();
        }

        @Test
        void believesADeviceThatTellsTimeInWholeSeconds() {
            var article = anArticle();
            var learner = aLearnerOf(article);

            learner.completesAt(article, GRANTED.minusSeconds(1));

            assertThat(learner.progress().percent()).isEqualTo(100);
        }
    }

    @Nested
    class Completing {

        @Test
        void asksForTheRequiredLessonsAlone() {
            var required = anArticle();
            var learner = aLearnerOf(required, anOptionalArticle());

            learner.completes(required);

            assertThat(learner.progress().percent()).isEqualTo(100);
            assertThat(learner.progress().completedAt()).isEqualTo(NOW);
        }

        @Test
        void happensOnce() {
            var required = anArticle();
            var optional = anOptionalArticle();
            var learner = aLearnerOf(required, optional);

            learner.completes(required);
            learner.completes(optional);

            assertThat(learner.events(ProgressEvent.Completed.class)).hasSize(1);
        }

        @Test
        void asksForAllLessonsWhereNoneIsMarkedRequired() {
            var one = anOptionalArticle();
            var other = anOptionalArticle();
            var learner = aLearnerOf(one, other);

            learner.completes(one);
            assertThat(learner.progress().percent()).isEqualTo(50);

            learner.completes(other);
            assertThat(learner.progress().percent()).isEqualTo(100);
        }

        @Test
        void waitsForQuizzesThatNoDeviceCanSettle() {
            var article = anArticle();
            var quiz = aQuiz();
            var learner = aLearnerOf(article, quiz);

            learner.completes(article);

            assertThat(learner.progress().percent()).isEqualTo(50);
            assertThatThrownBy(() -> learner.completes(quiz))
                    .hasFieldOrPropertyWithValue("code", "NOT_SELF_COMPLETABLE");
        }
    }

    @Nested
    class Quizzes {

        private final Lesson quiz = aQuiz();
        private final Lesson article = anArticle();

        @Test
        void areDoneByAnAttemptThatPassed() {
            var learner = aLearnerOf(quiz, article);

            learner.fails(quiz, 60);
            assertThat(learner.progress().percent()).isZero();

            learner.passes(quiz, 80);
            assertThat(learner.progress().percent()).isEqualTo(50);
            assertThat(learner.progress().doneLessons()).containsExactly(quiz.id());
        }

        @Test
        void staysDoneWhateverComesAfterOrAgain() {
            var learner = aLearnerOf(quiz, article);

            learner.passes(quiz, 80);
            learner.fails(quiz, 10);
            learner.passes(quiz, 80);

            assertThat(learner.progress().percent()).isEqualTo(50);
            assertThat(learner.events(ProgressEvent.LessonCompleted.class)).hasSize(1);
        }

        @Test
        void ofAnotherVersionChangeNothing() {
            var learner = aLearnerOf(article);

            learner.passes(aQuiz(), 100);

            assertThat(learner.progress().percent()).isZero();
        }

        @Test
        void thatDecideAskForTheirScoreBesidesAllLessons() {
            var learner = aLearnerOf(quiz, article).completingWith(90, quiz);
            learner.completes(article);

            learner.passes(quiz, 89);
            assertThat(learner.progress().percent()).isEqualTo(100);
            assertThat(learner.progress().completedAt()).isNull();

            learner.passes(quiz, 90);
            assertThat(learner.progress().completedAt()).isEqualTo(NOW);
        }

        @Test
        void thatDecideCountByTheirBestScore() {
            var learner = aLearnerOf(quiz, article).completingWith(90, quiz);
            learner.passes(quiz, 95);
            learner.fails(quiz, 20);

            learner.completes(article);

            assertThat(learner.progress().completedAt()).isEqualTo(NOW);
            assertThat(learner.events(ProgressEvent.Completed.class)).hasSize(1);
        }
    }

    @Nested
    class Sequence {

        @Test
        void keepsALessonLockedUntilTheOnesBeforeAreDone() {
            var first = anArticle();
            var second = anArticle();
            var learner = aLearnerOf(first, second).oneAfterTheOther();

            assertThatThrownBy(() -> learner.completes(second))
                    .hasFieldOrPropertyWithValue("code", "LESSON_LOCKED");
            learner.completes(first);
            learner.completes(second);

            assertThat(learner.progress().percent()).isEqualTo(100);
        }
    }
}
