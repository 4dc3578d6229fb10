package dev.lectern.content.delivery.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.lectern.common.problem.Refusal;
import dev.lectern.content.delivery.domain.AccessDecision.Reason;
import dev.lectern.content.delivery.domain.AccessDecision.Rule;
import dev.lectern.content.delivery.domain.AccessDecision.Verdict;
import dev.lectern.content.delivery.domain.PublishedVersion.Lesson;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AccessDecisionTest {

    private static final Lesson FIRST = aLesson("First", true, false);
    private static final Lesson EXTRA = aLesson("Extra", false, false);
    private static final Lesson TASTE = aLesson("Taste", true, true);
    private static final Lesson LAST = aLesson("Last", true, false);

    @Nested
    class WithoutAnEnrollmentInForce {

        static Stream<Standing> outsiders() {
            return Stream.of(
                    new Standing.Stranger(), new Standing.Former(), new Standing.Suspended());
        }

        @ParameterizedTest
        @MethodSource("outsiders")
        void previewsAloneAreOpen(Standing outsider) {
            assertThat(decide(TASTE, inAnyOrder(), outsider).verdict()).isEqualTo(Verdict.ALLOWED);
            assertThat(decide(FIRST, inAnyOrder(), outsider).verdict())
                    .isEqualTo(Verdict.NOT_ENROLLED);
        }

        @Test
        void theReasonsSayWhichRuleIsNotMet() {
            assertThat(decide(FIRST, inAnyOrder(), new Standing.Stranger()).reasons())
                    .extracting(Reason::rule, Reason::met)
                    .containsExactly(
                            tuple(Rule.PUBLISHED, true),
                            tuple(Rule.PREVIEW, false),
                            tuple(Rule.ENROLLED, false));
        }

        @Test
        void theReasonsTellAnEndedEnrollmentFromASuspendedOne() {
            assertThat(decide(FIRST, inAnyOrder(), new Standing.Former()).reasons())
                    .extracting(Reason::rule)
                    .contains(Rule.NOT_EXPIRED);
            assertThat(decide(FIRST, inAnyOrder(), new Standing.Suspended()).reasons())
                    .extracting(Reason::detail)
                    .contains("The enrollment is suspended.");
        }
    }

    @Nested
    class AsALearner {

        @Test
        void everyLessonIsOpenWhereTheOrderIsFree() {
            assertThat(decide(LAST, inAnyOrder(), learnerWho()).verdict())
                    .isEqualTo(Verdict.ALLOWED);
        }

        @Test
        void aLessonIsLockedUntilTheRequiredOnesBeforeItAreDone() {
            var decision = decide(LAST, inSequence(), learnerWho());

            assertThat(decision.verdict()).isEqualTo(Verdict.LESSON_LOCKED);
            assertThat(decision.reasons().getLast())
                    .isEqualTo(
                            new Reason(
                                    Rule.SEQUENCE, false, "Finish \"First\" first.", FIRST.id()));
            assertThat(decide(LAST, inSequence(), learnerWho(FIRST, TASTE)).verdict())
                    .isEqualTo(Verdict.ALLOWED);
        }

        @Test
        void theFirstLessonAndPreviewsAreNeverLocked() {
            assertThat(decide(FIRST, inSequence(), learnerWho()).verdict())
                    .isEqualTo(Verdict.ALLOWED);
            assertThat(decide(TASTE, inSequence(), learnerWho()).verdict())
                    .isEqualTo(Verdict.ALLOWED);
        }

        @Test
        void allLessonsCountWhereNoneIsMarkedAsRequired() {
            var one = aLesson("One", false, false);
            var two = aLesson("Two", false, false);
            var version = new PublishedVersion(UUID.randomUUID(), 1, true, List.of(one, two));

            assertThat(decide(two, version, learnerWho()).verdict())
                    .isEqualTo(Verdict.LESSON_LOCKED);
            assertThat(decide(two, version, learnerWho(one)).verdict()).isEqualTo(Verdict.ALLOWED);
        }
    }

    @Test
    void isOpenToThoseWhoWriteTheCourseWhateverTheOrder() {
        assertThat(decide(LAST, inSequence(), new Standing.Member()).verdict())
                .isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void cannotBeOverheardWhenItIsNo() {
        assertThatCode(() -> decide(FIRST, inAnyOrder(), new Standing.Member()).requireAllowed())
                .doesNotThrowAnyException();
        assertRefused("NOT_ENROLLED", decide(FIRST, inAnyOrder(), new Standing.Stranger()));
        assertRefused("LESSON_LOCKED", decide(LAST, inSequence(), learnerWho()));
    }

    private static void assertRefused(String code, AccessDecision decision) {
        assertThatThrownBy(decision::requireAllowed)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> {
                            assertThat(refused.code()).isEqualTo(code);
                            assertThat(refused.kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
                            assertThat(refused.extras())
                                    .containsEntry("reasons", decision.reasons());
                        });
    }

    private static AccessDecision decide(
            Lesson lesson, PublishedVersion version, Standing standing) {
        return AccessDecision.of(lesson, version, standing);
    }

    private static PublishedVersion inSequence() {
        return version(true);
    }

    private static PublishedVersion inAnyOrder() {
        return version(false);
    }

    private static PublishedVersion version(boolean sequential) {
        return new PublishedVersion(
                UUID.randomUUID(), 1, sequential, List.of(FIRST, EXTRA, TASTE, LAST));
    }

    private static Standing learnerWho(Lesson... did) {
        var done = Stream.of(did).map(Lesson::id).collect(Collectors.toSet());
        return new Standing.Learner(UUID.randomUUID(), 1, Set.copyOf(done));
    }

    private static Lesson aLesson(String title, boolean required, boolean preview) {
        return new Lesson(
                UUID.randomUUID(), title, LessonKind.ARTICLE, required, preview, null, null);
    }
}
