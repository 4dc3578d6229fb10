package dev.lectern.content.authoring.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.content.Bodies;
import dev.lectern.content.ContentTest;
import dev.lectern.content.Facts;
import dev.lectern.content.Hearing;
import dev.lectern.content.Http;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ContentTest
class KeepingOutlinesTest {

    @Autowired Hearing hears;
    @Autowired Http http;

    private final UUID course = UUID.randomUUID();
    private final UUID author = UUID.randomUUID();
    private final UUID one = UUID.randomUUID();
    private final UUID two = UUID.randomUUID();

    @BeforeEach
    void aCourseWithAnAuthor() {
        hears.of(Facts.members(course, author));
    }

    @Test
    void givesEveryLessonAnEmptyDraft() {
        hears.of(Facts.outline(course, one, two));

        for (var lesson : new UUID[] {one, two}) {
            var draft = http.draft(lesson, author);
            assertThat(draft.status()).isEqualTo(200);
            assertThat(draft.header("ETag")).isEqualTo("\"1\"");
            assertThat(draft.json().get("blocks")).isEmpty();
        }
    }

    @Test
    void leavesAWrittenDraftAloneWhenTheOutlineChanges() {
        hears.of(Facts.outline(course, one));
        http.write(one, author, "\"1\"", Bodies.saying("Hello"));

        hears.of(Facts.outline(course, two, one));

        var draft = http.draft(one, author);
        assertThat(draft.header("ETag")).isEqualTo("\"2\"");
        assertThat(draft.json().get("blocks")).hasSize(1);
    }

    @Test
    void hidesADraftWhoseLessonIsGoneAndKeepsItsRevisions() {
        hears.of(Facts.outline(course, one, two));
        http.write(one, author, "\"1\"", Bodies.saying("Hello"));
        var before = http.pin(course, one);

        hears.of(Facts.outline(course, two));

        assertThat(http.draft(one, author).status()).isEqualTo(404);
        assertThat(http.write(one, author, "\"2\"", Bodies.saying("x")).status()).isEqualTo(404);
        assertThat(http.draft(two, author).status()).isEqualTo(200);
        assertThat(http.pin(course, one).json()).isEqualTo(before.json());
    }

    @Test
    void showsADraftAgainWhenItsLessonIsBack() {
        hears.of(Facts.outline(course, one), Facts.outline(course), Facts.outline(course, one));

        assertThat(http.draft(one, author).header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void ignoresAnOutlineThatIsOlderThanTheLast() {
        var late = Facts.outline(course, one);
        hears.at(2, Facts.outline(course, two));

        hears.at(1, late);
        hears.at(2, late);

        assertThat(http.draft(one, author).status()).isEqualTo(404);
        assertThat(http.draft(two, author).status()).isEqualTo(200);
    }
}
