package dev.lectern.course.authoring.domain;

import static dev.lectern.course.authoring.domain.CourseFixtures.anArticle;
import static dev.lectern.course.authoring.domain.CourseFixtures.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.common.problem.Refusal;
import dev.lectern.course.authoring.domain.Outline.Arranged;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutlineTest {

    private final SectionId waves = SectionId.next();
    private final SectionId sampling = SectionId.next();
    private final LessonId sine = LessonId.next();
    private final LessonId cosine = LessonId.next();
    private Outline outline = Outline.empty();

    @BeforeEach
    void twoSectionsTheFirstWithTwoLessons() {
        outline =
                Outline.empty()
                        .withSection(waves, "Waves")
                        .withSection(sampling, "Sampling")
                        .withLesson(waves, anArticle("Sine").as(sine))
                        .withLesson(waves, anArticle("Cosine").as(cosine));
    }

    @Nested
    class Sections {

        @Test
        void areAddedAtTheEndAndRenamedInPlace() {
            var renamed = outline.withTitle(waves, " Oscillations ");

            assertThat(renamed.sections())
                    .extracting(Outline.Section::title)
                    .containsExactly("Oscillations", "Sampling");
        }

        @Test
        void areRemovedOnlyWhenEmpty() {
            assertThat(outline.withoutSection(sampling).sections()).hasSize(1);
            assertThat(refusal(() -> outline.withoutSection(waves)).code())
                    .isEqualTo("SECTION_NOT_EMPTY");
        }

        @Test
        void thatAreNotThereAreNotFound() {
            var unknown = SectionId.next();

            assertThat(refusal(() -> outline.withTitle(unknown, "X")).kind())
                    .isEqualTo(Refusal.Kind.NOT_FOUND);
            assertThat(refusal(() -> outline.withoutSection(unknown)).kind())
                    .isEqualTo(Refusal.Kind.NOT_FOUND);
        }

        @Test
        void areAtMostTwoHundred() {
            var full = Outline.empty();
            for (var i = 0; i < Outline.MOST_SECTIONS; i++) {
                full = full.withSection(SectionId.next(), "Section " + i);
            }
            var last = full;

            assertThat(refusal(() -> last.withSection(SectionId.next(), "One more")).code())
                    .isEqualTo("OUTLINE_FULL");
        }
    }

    @Nested
    class Lessons {

        @Test
        void goToTheEndOfTheSectionTheyMoveTo() {
            var moved = outline.withChanged(anArticle("Sine, again").as(sine), sampling);

            assertThat(titles(moved, 0)).containsExactly("Cosine");
            assertThat(titles(moved, 1)).containsExactly("Sine, again");
        }

        @Test
        void keepTheirPlaceWhenTheyStay() {
            var changed = outline.withChanged(anArticle("Sine, again").as(sine), waves);

            assertThat(titles(changed, 0)).containsExactly("Sine, again", "Cosine");
        }

        @Test
        void cannotBeInASectionThatIsNotThere() {
            var unknown = SectionId.next();

            var refused =
                    refusal(() -> outline.withLesson(unknown, anArticle("X").as(LessonId.next())));

            assertThat(refused.code()).isEqualTo("REF_UNKNOWN");
            assertThat(refused.faults())
                    .extracting(Refusal.Fault::pointer)
                    .containsExactly("/sectionId");
        }

        @Test
        void thatAreNotThereAreNotFound() {
            var unknown = LessonId.next();

            assertThat(refusal(() -> outline.withoutLesson(unknown)).kind())
                    .isEqualTo(Refusal.Kind.NOT_FOUND);
            assertThat(refusal(() -> outline.withChanged(anArticle("X").as(unknown), waves)).kind())
                    .isEqualTo(Refusal.Kind.NOT_FOUND);
        }

        @Test
        void areAtMostTwoThousandInACourse() {
            var full = Outline.empty();
            for (var s = 0; s < 20; s++) {
                var section = SectionId.next();
                full = full.withSection(section, "Section");
                for (var l = 0; l < 100; l++) {
                    full = full.withLesson(section, anArticle("A").as(LessonId.next()));
                }
            }
            var outline = full;
            var first = new SectionId(outline.sections().getFirst().id());

            assertThat(
                            refusal(() ->
                                            outline.withLesson(
                                                    first, anArticle("B").as(LessonId.next())))
                                    .code())
                    .isEqualTo("OUTLINE_FULL");
        }

        @Test
        void areAtMostFiveHundredInASection() {
            var full = outline;
            for (var i = 2; i < Outline.MOST_LESSONS_OF_A_SECTION; i++) {
                full = full.withLesson(waves, anArticle("Lesson " + i).as(LessonId.next()));
            }
            full =
                    full.withLesson(
                            sampling, anArticle("Elsewhere").as(new LessonId(UUID.randomUUID())));
            var last = full;
            var elsewhere = last.sections().get(1).lessons().getFirst();

            assertThat(
                            refusal(() ->
                                            last.withLesson(
                                                    waves, anArticle("X").as(LessonId.next())))
                                    .code())
                    .isEqualTo("SECTION_FULL");
            assertThat(refusal(() -> last.withChanged(elsewhere, waves)).code())
                    .isEqualTo("SECTION_FULL");
            assertThat(
                            refusal(() ->
                                            last.arranged(
                                                    List.of(
                                                            new Arranged(
                                                                    waves.value(),
                                                                    last.lessons()
                                                                            .map(Outline.Lesson::id)
                                                                            .toList()),
                                                            new Arranged(
                                                                    sampling.value(), List.of()))))
                                    .code())
                    .isEqualTo("SECTION_FULL");
        }
    }

    @Nested
    class Arranging {

        @Test
        void movesSectionsAndLessonsAsTold() {
            var arranged =
                    outline.arranged(
                            List.of(
                                    new Arranged(sampling.value(), List.of(cosine.value())),
                                    new Arranged(waves.value(), List.of(sine.value()))));

            assertThat(arranged.sections())
                    .extracting(Outline.Section::title)
                    .containsExactly("Sampling", "Waves");
            assertThat(titles(arranged, 0)).containsExactly("Cosine");
        }

        @Test
        void isRefusedUnlessEverythingIsNamedOnce() {
            var all = List.of(sine.value(), cosine.value());
            var twice = List.of(sine.value(), cosine.value(), sine.value());
            var one = List.of(sine.value());
            var foreign = List.of(sine.value(), cosine.value(), UUID.randomUUID());
            var rest = new Arranged(sampling.value(), List.of());

            for (var order :
                    List.of(
                            List.of(new Arranged(waves.value(), all)),
                            List.of(new Arranged(waves.value(), one), rest),
                            List.of(new Arranged(waves.value(), twice), rest),
                            List.of(new Arranged(waves.value(), foreign), rest),
                            List.of(new Arranged(waves.value(), all), rest, rest),
                            List.of(
                                    new Arranged(waves.value(), all),
                                    rest,
                                    new Arranged(UUID.randomUUID(), List.of())))) {
                assertThat(refusal(() -> outline.arranged(order)).code())
                        .as("%s", order)
                        .isEqualTo("OUTLINE_INCOMPLETE");
            }
        }

        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3, 4, 5})
        void neitherLosesNorDoublesALesson(long seed) {
            var random = new Random(seed);
            var before = outline.lessons().toList();

            for (var i = 0; i < 50; i++) {
                var inFirst = before.stream().filter(_ -> random.nextBoolean()).toList();
                var inSecond = before.stream().filter(one -> !inFirst.contains(one)).toList();
                outline =
                        outline.arranged(
                                List.of(
                                        new Arranged(sampling.value(), ids(inFirst)),
                                        new Arranged(waves.value(), ids(inSecond))));
            }

            assertThat(outline.lessons()).containsExactlyInAnyOrderElementsOf(before);
        }
    }

    private static List<UUID> ids(List<Outline.Lesson> lessons) {
        return lessons.stream().map(Outline.Lesson::id).toList();
    }

    private static List<String> titles(Outline outline, int section) {
        return outline.sections().get(section).lessons().stream()
                .map(Outline.Lesson::title)
                .toList();
    }
}
