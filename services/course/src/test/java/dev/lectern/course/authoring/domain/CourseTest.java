package dev.lectern.course.authoring.domain;

import static dev.lectern.course.authoring.domain.CourseFixtures.AUTHOR;
import static dev.lectern.course.authoring.domain.CourseFixtures.NOW;
import static dev.lectern.course.authoring.domain.CourseFixtures.REVIEWER;
import static dev.lectern.course.authoring.domain.CourseFixtures.aDraft;
import static dev.lectern.course.authoring.domain.CourseFixtures.aPublishedCourse;
import static dev.lectern.course.authoring.domain.CourseFixtures.aSubmittedCourse;
import static dev.lectern.course.authoring.domain.CourseFixtures.anArticle;
import static dev.lectern.course.authoring.domain.CourseFixtures.details;
import static dev.lectern.course.authoring.domain.CourseFixtures.eventsOf;
import static dev.lectern.course.authoring.domain.CourseFixtures.materials;
import static dev.lectern.course.authoring.domain.CourseFixtures.pinsFor;
import static dev.lectern.course.authoring.domain.CourseFixtures.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.lectern.common.problem.Refusal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CourseTest {

    @Nested
    class Starting {

        @Test
        void givesAnEmptyDraftThatItsAuthorAloneMayEdit() {
            var course = Course.start(CourseId.next(), "waves", details("Waves"), AUTHOR, NOW);

            assertThat(course.status()).isEqualTo(CourseStatus.DRAFT);
            assertThat(course.isPublished()).isFalse();
            assertThat(course.outline().sections()).isEmpty();
            assertThat(course.members()).containsExactly(new Member(AUTHOR, Member.Role.AUTHOR));
            assertThat(eventsOf(course)).containsExactly(new CourseEvent.MembersChanged(course));
        }

        @Test
        void hidesTheCourseFromEverybodyElse() {
            var course = aDraft();

            course.requireMember(AUTHOR);

            assertThat(refusal(() -> course.requireMember(UUID.randomUUID())).kind())
                    .isEqualTo(Refusal.Kind.NOT_FOUND);
        }
    }

    @Nested
    class Describing {

        @Test
        void changesTheSlugWithTheTitleWhileNobodyKnowsIt() {
            var course = aDraft();

            course.describe(details("Other waves"), "other-waves");

            assertThat(course.details().title()).isEqualTo("Other waves");
            assertThat(course.slug()).isEqualTo("other-waves");
            assertThat(eventsOf(course)).endsWith(new CourseEvent.Described(course));
        }

        @Test
        void keepsTheSlugOfAPublishedCourseUntilItsNextVersion() {
            var course = aPublishedCourse();
            var known = course.slug();

            course.describe(details("Other waves"), "other-waves");

            assertThat(course.slug()).isEqualTo(known);
            course.publish("other-waves", pinsFor(course), null, AUTHOR, NOW);
            assertThat(course.slug()).isEqualTo("other-waves");
        }

        @Test
        void isRefusedUnderReview() {
            var course = aSubmittedCourse();

            assertThat(refusal(() -> course.describe(details("Other"), "other")).code())
                    .isEqualTo("UNDER_REVIEW");
        }
    }

    @Nested
    class Outlining {

        @Test
        void tellsTheNewOutline() {
            var course = aDraft();

            var section = course.addSection("Waves");
            var lesson = course.addLesson(section, anArticle("What a sine is"));

            assertThat(course.outline().lesson(lesson.value()))
                    .hasValueSatisfying(
                            added -> assertThat(added.title()).isEqualTo("What a sine is"));
            assertThat(eventsOf(course)).endsWith(new CourseEvent.OutlineChanged(course));
        }

        @Test
        void isRefusedUnderReview() {
            var course = aSubmittedCourse();

            assertThat(refusal(() -> course.addSection("More")).code()).isEqualTo("UNDER_REVIEW");
            assertThat(refusal(() -> course.removeSection(SectionId.next())).code())
                    .isEqualTo("UNDER_REVIEW");
            assertThat(refusal(() -> course.arrange(List.of())).code()).isEqualTo("UNDER_REVIEW");
            assertThat(course.outline().sections()).hasSize(1);
        }

        @Test
        void goesOnInADraftOfAPublishedCourse() {
            var course = aPublishedCourse();

            course.addSection("More");

            assertThat(course.outline().sections()).hasSize(2);
            assertThat(course.status()).isEqualTo(CourseStatus.PUBLISHED);
        }
    }

    @Nested
    class Submitting {

        @Test
        void namesEverythingThatIsMissingAndStaysADraft() {
            var course = aDraft();
            var section = course.addSection("Waves");
            course.addLesson(section, anArticle("Empty"));
            course.addLesson(section, new LessonPlan("Film", LessonKind.VIDEO, true, false, null));
            course.addSection("Nothing in it");

            var refused = refusal(() -> course.submit(materials(), null, NOW));

            assertThat(refused.code()).isEqualTo("GATE_FAILED");
            assertThat(refused.faults())
                    .extracting(Refusal.Fault::code, Refusal.Fault::pointer)
                    .containsExactly(
                            tuple("REF_BROKEN", "/sections/0/lessons/0"),
                            tuple("MEDIA_NOT_READY", "/sections/0/lessons/1"),
                            tuple("NO_LESSON", "/sections/1"));
            assertThat(course.status()).isEqualTo(CourseStatus.DRAFT);
            assertThat(course.review()).isNull();
        }

        @Test
        void hasAReadyDraftWaitForItsReviewer() {
            var course = aSubmittedCourse();

            assertThat(course.status()).isEqualTo(CourseStatus.SUBMITTED);
            assertThat(course.review()).isEqualTo(Review.asked("Please", NOW));
            assertThat(eventsOf(course)).contains(new CourseEvent.Submitted(course));
        }

        @Test
        void isRefusedTwiceAndAfterTheFirstApproval() {
            var submitted = aSubmittedCourse();
            var published = aPublishedCourse();

            assertThat(refusal(() -> submitted.submit(materials(), null, NOW)).code())
                    .isEqualTo("UNDER_REVIEW");
            assertThat(refusal(() -> published.submit(materials(), null, NOW)).code())
                    .isEqualTo("REVIEW_NOT_NEEDED");
        }
    }

    @Nested
    class Approving {

        @Test
        void publishesVersionOneWithTheBodiesPinnedNow() {
            var course = aSubmittedCourse();
            var lesson = course.outline().articles().getFirst();
            var pins = pinsFor(course);

            var version = course.approve(pins, "Good", REVIEWER, NOW);

            assertThat(course.status()).isEqualTo(CourseStatus.PUBLISHED);
            assertThat(course.publishedVersion()).isEqualTo(1);
            assertThat(version.id()).isEqualTo(new VersionId(course.id().value(), 1));
            assertThat(version.document().sections().getFirst().lessons().getFirst().revisionId())
                    .isEqualTo(pins.of(course.outline().lesson(lesson).orElseThrow()));
            assertThat(version.document().authorIds()).containsExactly(AUTHOR);
            assertThat(eventsOf(course)).endsWith(new CourseEvent.Published(course, version));
        }

        @Test
        void isRefusedWhenABodyWasEmptiedSince() {
            var course = aSubmittedCourse();

            var refused =
                    refusal(() -> course.approve(PinnedRevisions.none(), null, REVIEWER, NOW));

            assertThat(refused.code()).isEqualTo("GATE_FAILED");
            assertThat(refused.faults())
                    .extracting(Refusal.Fault::code)
                    .containsExactly("REF_BROKEN");
            assertThat(course.review()).isEqualTo(Review.asked("Please", NOW));
            assertThat(course.status()).isEqualTo(CourseStatus.SUBMITTED);
        }

        @Test
        void isRefusedASecondTimeAndBeforeTheCourseWasSubmitted() {
            var published = aPublishedCourse();
            var draft = aDraft();

            assertThat(
                            refusal(() ->
                                            published.approve(
                                                    pinsFor(published), null, REVIEWER, NOW))
                                    .code())
                    .isEqualTo("NOT_SUBMITTED");
            assertThat(refusal(() -> draft.approve(pinsFor(draft), null, REVIEWER, NOW)).code())
                    .isEqualTo("NOT_SUBMITTED");
        }

        @Test
        void isRefusedToMembersOfTheCourse() {
            var course = aSubmittedCourse();

            assertThat(refusal(() -> course.approve(pinsFor(course), null, AUTHOR, NOW)).code())
                    .isEqualTo("OWN_COURSE");
            assertThat(refusal(() -> course.reject(List.of(), null, AUTHOR, NOW)).code())
                    .isEqualTo("OWN_COURSE");
            assertThat(course.status()).isEqualTo(CourseStatus.SUBMITTED);
        }
    }

    @Nested
    class Rejecting {

        @Test
        void givesTheDraftBackWithReasonsAndLetsItBeSubmittedAgain() {
            var course = aSubmittedCourse();
            var reasons = List.of(new Review.Reason("/title", "Too short."));

            course.reject(reasons, null, REVIEWER, NOW);

            assertThat(course.status()).isEqualTo(CourseStatus.DRAFT);
            assertThat(course.review()).isNotNull().extracting(Review::reasons).isEqualTo(reasons);
            assertThat(eventsOf(course)).endsWith(new CourseEvent.Rejected(course));
            course.submit(materials(course.outline().articles()), null, NOW);
            assertThat(course.status()).isEqualTo(CourseStatus.SUBMITTED);
        }

        @Test
        void isRefusedWhereNothingWasSubmitted() {
            var course = aDraft();

            assertThat(refusal(() -> course.reject(List.of(), null, REVIEWER, NOW)).code())
                    .isEqualTo("NOT_SUBMITTED");
        }
    }

    @Nested
    class Publishing {

        @Test
        void countsVersionsAndLeavesTheEarlierOnesAlone() {
            var course = aSubmittedCourse();
            var first = course.approve(pinsFor(course), null, REVIEWER, NOW);
            var document = first.document();
            var section = new SectionId(course.outline().sections().getFirst().id());
            course.addLesson(section, anArticle("New"));

            var second = course.publish("waves", pinsFor(course), "A lesson more", AUTHOR, NOW);

            assertThat(second.id().version()).isEqualTo(2);
            assertThat(second.document().sections().getFirst().lessons()).hasSize(2);
            assertThat(first.document()).isEqualTo(document);
            assertThat(document.sections().getFirst().lessons()).hasSize(1);
        }

        @Test
        void needsAReviewBeforeTheFirstVersion() {
            for (var course : List.of(aDraft(), aSubmittedCourse())) {
                assertThatThrownBy(() -> course.publish("x", pinsFor(course), null, AUTHOR, NOW))
                        .isInstanceOfSatisfying(
                                CourseRefused.class,
                                refused -> assertThat(refused.code()).isEqualTo("REVIEW_REQUIRED"));
                assertThat(course.slug()).isNotEqualTo("x");
            }
        }

        @Test
        void goesThroughTheGateEachTime() {
            var course = aPublishedCourse();
            course.addSection("Nothing in it");

            var refused = refusal(() -> course.publish("x", pinsFor(course), null, AUTHOR, NOW));

            assertThat(refused.code()).isEqualTo("GATE_FAILED");
            assertThat(course.publishedVersion()).isEqualTo(1);
            assertThat(course.slug()).isEqualTo("waves");
        }
    }

    @Nested
    class RollingBack {

        private final Course course = aPublishedCourse();

        @Test
        void offersAnEarlierVersionAgain() {
            var first = course.publish("waves", pinsFor(course), null, AUTHOR, NOW);
            course.publish("waves", pinsFor(course), null, AUTHOR, NOW);

            course.rollBack(first);

            assertThat(course.offeredVersion()).isEqualTo(2);
            assertThat(eventsOf(course)).endsWith(new CourseEvent.RolledBack(course, first));
        }

        @Test
        void countsOnFromTheNewest() {
            var second = course.publish("waves", pinsFor(course), null, AUTHOR, NOW);
            course.publish("waves", pinsFor(course), null, AUTHOR, NOW);
            course.rollBack(second);

            var next = course.publish("waves", pinsFor(course), null, AUTHOR, NOW);

            assertThat(next.id().version()).isEqualTo(4);
            assertThat(course.offeredVersion()).isEqualTo(4);
        }

        @Test
        void changesNothingWhereTheVersionIsOfferedAlready() {
            var second = course.publish("waves", pinsFor(course), null, AUTHOR, NOW);
            var before = eventsOf(course);

            course.rollBack(second);

            assertThat(eventsOf(course)).isEqualTo(before);
        }

        @Test
        void isForVersionsOfTheCourseAlone() {
            var foreign = aPublishedCourse();
            var version = foreign.publish("other", pinsFor(foreign), null, AUTHOR, NOW);

            assertThat(refusal(() -> course.rollBack(version)).code()).isEqualTo("VERSION_UNKNOWN");
            assertThat(refusal(() -> aDraft().rollBack(version)).code())
                    .isEqualTo("VERSION_UNKNOWN");
        }
    }

    @Nested
    class Withdrawing {

        private final Course course = aPublishedCourse();
        private final PublishedVersion offered =
                course.publish("waves", pinsFor(course), null, AUTHOR, NOW);

        @Test
        void offersTheCourseToNobodyAnyMore() {
            course.withdraw(offered, "Out of date", NOW);

            assertThat(course.withdrawnAt()).isEqualTo(NOW);
            assertThat(course.offeredVersion()).isEqualTo(2);
            assertThat(eventsOf(course)).endsWith(new CourseEvent.Withdrawn(course, offered));
        }

        @Test
        void happensOnce() {
            course.withdraw(offered, "Out of date", NOW);

            assertThat(refusal(() -> course.withdraw(offered, "Again", NOW)).code())
                    .isEqualTo("ALREADY_WITHDRAWN");
        }

        @Test
        void isUndoneByPublishing() {
            course.withdraw(offered, "Out of date", NOW);

            course.publish("waves", pinsFor(course), null, AUTHOR, NOW);

            assertThat(course.withdrawnAt()).isNull();
        }

        @Test
        void isUndoneByRollingBackToWhatWasOffered() {
            course.withdraw(offered, "Out of date", NOW);

            course.rollBack(offered);

            assertThat(course.withdrawnAt()).isNull();
            assertThat(eventsOf(course)).endsWith(new CourseEvent.RolledBack(course, offered));
        }
    }
}
