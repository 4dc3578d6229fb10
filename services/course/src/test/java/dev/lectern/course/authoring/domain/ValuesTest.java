package dev.lectern.course.authoring.domain;

import static dev.lectern.course.authoring.domain.CourseFixtures.NOW;
import static dev.lectern.course.authoring.domain.CourseFixtures.aDraft;
import static dev.lectern.course.authoring.domain.CourseFixtures.eventsOf;
import static dev.lectern.course.authoring.domain.CourseFixtures.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @Nested
    class ASlug {

        @ParameterizedTest
        @CsvSource({
            "Signals and Sampling, signals-and-sampling",
            "'  C++ / Rust: a tour! ', c-rust-a-tour",
            "Übung für Anfänger, ubung-fur-anfanger",
            "Programación básica, programacion-basica",
            "الإشارات الرقمية, الإشارات-الرقمية",
            "???, course"
        })
        void isMadeOfTheWordsOfATitle(String title, String slug) {
            assertThat(Slug.of(title)).isEqualTo(slug);
        }

        @Test
        void isNeverLongerThanEightyCharacters() {
            assertThat(Slug.of("word ".repeat(24)))
                    .hasSizeLessThanOrEqualTo(80)
                    .doesNotEndWith("-");
        }
    }

    @Nested
    class ATitle {

        @Test
        void isStrippedAndNeverEmptyOrTooLong() {
            assertThat(Title.of("  Waves ")).isEqualTo("Waves");
            assertThat(Title.of("x".repeat(120))).hasSize(120);
            for (var none : List.of("", " \t", "x".repeat(121))) {
                assertThat(refusal(() -> Title.of(none)).code()).isEqualTo("INVALID_VALUE");
            }
        }
    }

    @Nested
    class DetailsOfACourse {

        @Test
        void haveASummaryAndStayWithinTheirBounds() {
            for (var wrong :
                    List.<ThrowingCallable>of(
                            () -> details(" ", "", List.of(), List.of()),
                            () -> details("s".repeat(301), "", List.of(), List.of()),
                            () -> details("S", "d".repeat(20_001), List.of(), List.of()),
                            () -> details("S", "", Collections.nCopies(21, "tag"), List.of()),
                            () -> details("S", "", List.of("t".repeat(41)), List.of()),
                            () -> details("S", "", List.of(), Collections.nCopies(31, "point")),
                            () -> details("S", "", List.of(), List.of("p".repeat(301))))) {
                assertThat(refusal(wrong).code()).isEqualTo("INVALID_VALUE");
            }
        }

        private static CourseDetails details(
                String summary, String description, List<String> tags, List<String> points) {
            return new CourseDetails(
                    "T",
                    summary,
                    "en",
                    Level.ALL,
                    Category.MUSIC,
                    description,
                    tags,
                    points,
                    points,
                    false,
                    null,
                    null,
                    null);
        }

        @ParameterizedTest
        @ValueSource(strings = {"en", "es", "pt-BR", "ar", "zh-Hant-TW"})
        void nameALanguage(String tag) {
            assertThat(CourseDetails.of("T", "S", tag, Level.ALL, Category.MUSIC).language())
                    .isEqualTo(tag);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "EN", "english", "xx", "pt_BR", "pt-br", "-"})
        void refuseWhatIsNoLanguage(String tag) {
            assertThat(
                            refusal(() ->
                                            CourseDetails.of(
                                                    "T", "S", tag, Level.ALL, Category.MUSIC))
                                    .code())
                    .isEqualTo("INVALID_VALUE");
        }
    }

    @Nested
    class AReference {

        private final UUID id = UUID.randomUUID();

        @Test
        void mustFitTheKindOfItsLesson() {
            var video = new LessonReference(id, null, null);
            var both = new LessonReference(id, id, null);

            assertThat(refusal(() -> video.shownBy(LessonKind.QUIZ)).code())
                    .isEqualTo("KIND_MISMATCH");
            assertThat(refusal(() -> video.shownBy(LessonKind.ARTICLE)).code())
                    .isEqualTo("KIND_MISMATCH");
            assertThat(refusal(() -> both.shownBy(LessonKind.VIDEO)).code())
                    .isEqualTo("KIND_MISMATCH");
        }

        @Test
        void leadsToAnAssignmentToo() {
            assertThat(new LessonReference(null, null, id).shownBy(LessonKind.ASSIGNMENT))
                    .isEqualTo(id);
        }
    }

    @Nested
    class ARun {

        @Test
        void isOpenWithoutLimitFromTheStart() {
            var course = aDraft();

            var run = Run.defaultOf(course);

            assertThat(run.id()).isEqualTo(course.defaultRunId());
            assertThat(run.terms()).isEqualTo(new RunTerms(null, null, null));
            assertThat(eventsOf(run)).hasSize(1);
        }

        @Test
        void tellsWhenItIsOfferedOnOtherTerms() {
            var run = Run.defaultOf(aDraft());

            run.offer(new RunTerms(2, NOW, null));

            assertThat(run.terms().capacity()).isEqualTo(2);
            assertThat(eventsOf(run)).hasSize(2);
        }

        @Test
        void neverClosesBeforeItOpensAndHasAtLeastOneSeat() {
            assertThat(refusal(() -> new RunTerms(null, NOW, NOW)).code())
                    .isEqualTo("INVALID_VALUE");
            assertThat(refusal(() -> new RunTerms(0, null, null)).code())
                    .isEqualTo("INVALID_VALUE");
        }
    }
}
