package dev.lectern.course.authoring.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.common.security.Caller;
import dev.lectern.course.authoring.application.Outlining.Placed;
import dev.lectern.course.authoring.domain.LessonId;
import dev.lectern.course.authoring.domain.LessonPlan;
import dev.lectern.course.authoring.domain.Outline;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Studio;
import dev.lectern.testing.AtOnce;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CourseTest
class OutliningTest {

    @Autowired Studio studio;
    @Autowired Outlining outlining;
    @Autowired OutlineViews views;

    private final Caller author = Studio.anInstructor();

    @Test
    void losesNoLessonWhenManyAreAddedAtOnce() throws Exception {
        var course = studio.draft(author, "Crowded");
        var section = studio.section(course, "Section", author);

        var added = AtOnce.run(10, () -> studio.article(course, section, "Lesson", author));

        var lessons = views.one(course.value(), author).sections().getFirst().lessons();
        assertThat(lessons)
                .extracting(OutlineView.LessonView::id)
                .containsExactlyInAnyOrderElementsOf(added.stream().map(LessonId::value).toList());
    }

    @Test
    void letsOneOfManyEditsOfTheSameVersionThrough() throws Exception {
        var course = studio.draft(author, "Contested");
        var section = studio.section(course, "Section", author);
        var etag = studio.etag(course, author);

        var outcomes =
                AtOnce.run(
                        10,
                        () ->
                                Studio.outcomeOf(() ->
                                        outlining.renameSection(
                                                course, section, "Mine", etag, author)));

        assertThat(outcomes).filteredOn("DONE"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("VERSION_STALE"::equals).hasSize(9);
    }

    @Test
    void plansALessonAnewFromWhatItIs() {
        var course = studio.draft(author, "Planned");
        var one = studio.section(course, "One", author);
        var two = studio.section(course, "Two", author);
        var lesson = studio.article(course, one, "Sine", author);

        outlining.changeLesson(
                course,
                lesson,
                now ->
                        new Placed(
                                two,
                                new LessonPlan(
                                        now.plan().title() + " waves",
                                        now.plan().kind(),
                                        false,
                                        true,
                                        null)),
                studio.etag(course, author),
                author);

        var sections = views.one(course.value(), author).sections();
        assertThat(sections.getFirst().lessons()).isEmpty();
        assertThat(sections.getLast().lessons())
                .singleElement()
                .satisfies(moved -> {
                    assertThat(moved.title()).isEqualTo("Sine waves");
                    assertThat(moved.required()).isFalse();
                    assertThat(moved.preview()).isTrue();
                });
    }

    @Test
    void arrangesAndRemoves() {
        var course = studio.draft(author, "Arranged");
        var one = studio.section(course, "One", author);
        var two = studio.section(course, "Two", author);
        var lesson = studio.article(course, one, "Sine", author);

        outlining.arrange(
                course,
                List.of(
                        new Outline.Arranged(two.value(), List.of(lesson.value())),
                        new Outline.Arranged(one.value(), List.of())),
                studio.etag(course, author),
                author);
        outlining.removeLesson(course, lesson, studio.etag(course, author), author);
        outlining.removeSection(course, two, studio.etag(course, author), author);

        assertThat(views.one(course.value(), author).sections())
                .extracting(OutlineView.SectionView::title)
                .containsExactly("One");
    }

    @Test
    void changesNothingWhenItIsRefused() {
        var course = studio.writtenDraft(author, Studio.details("Kept"));
        var before = views.one(course.value(), author);

        assertThatThrownBy(() -> outlining.addSection(course, "Mine", Studio.anInstructor()))
                .hasFieldOrPropertyWithValue("code", "NOT_FOUND");
        assertThatThrownBy(() ->
                        outlining.arrange(course, List.of(), studio.etag(course, author), author))
                .hasFieldOrPropertyWithValue("code", "OUTLINE_INCOMPLETE");

        assertThat(views.one(course.value(), author)).isEqualTo(before);
    }
}
