package dev.lectern.course.authoring.domain;

import static dev.lectern.course.authoring.domain.CourseFixtures.anArticle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lectern.common.problem.Refusal.Fault;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GateTest {

    private final SectionId section = SectionId.next();
    private final LessonId article = LessonId.next();

    @Test
    void asksForALesson() {
        assertThat(Gate.failures(Outline.empty(), Set.of()))
                .extracting(Fault::code, Fault::pointer)
                .containsExactly(tuple("NO_LESSON", "/sections"));
    }

    @Test
    void asksForALessonInEverySection() {
        var outline = Outline.empty().withSection(section, "Waves");

        assertThat(Gate.failures(outline, Set.of()))
                .extracting(Fault::code, Fault::pointer)
                .containsExactly(tuple("NO_LESSON", "/sections/0"));
    }

    @Test
    void opensForArticlesThatAreWritten() {
        var outline =
                Outline.empty()
                        .withSection(section, "Waves")
                        .withLesson(section, anArticle("Sine").as(article));

        assertThat(Gate.failures(outline, Set.of(article.value()))).isEmpty();
        assertThat(Gate.failures(outline, Set.of()))
                .extracting(Fault::code)
                .containsExactly("REF_BROKEN");
    }

    @Test
    void staysShutForWhatHasNoServiceYet() {
        var outline = Outline.empty().withSection(section, "Waves");
        for (var kind : LessonKind.values()) {
            outline =
                    outline.withLesson(
                            section,
                            new LessonPlan("A", kind, true, false, null).as(LessonId.next()));
        }

        assertThat(Gate.failures(outline, Set.copyOf(outline.articles())))
                .extracting(Fault::code, Fault::pointer)
                .containsExactly(
                        tuple("MEDIA_NOT_READY", "/sections/0/lessons/1"),
                        tuple("QUIZ_UNANSWERABLE", "/sections/0/lessons/2"),
                        tuple("REF_BROKEN", "/sections/0/lessons/3"));
    }
}
