package dev.lectern.content.delivery.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.content.ContentTest;
import dev.lectern.content.Facts;
import dev.lectern.content.Hearing;
import dev.lectern.content.Http;
import dev.lectern.testing.facts.Enrolled;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ContentTest
class KeepingVersionsTest {

    @Autowired Hearing hears;
    @Autowired Http http;

    private final UUID course = UUID.randomUUID();
    private final UUID lesson = UUID.randomUUID();

    @Test
    void offersTheVersionThatWasToldLast() {
        hears.at(1, Facts.published(course, 1, Facts.preview(lesson, "One", null)));
        hears.at(2, Facts.published(course, 2, Facts.preview(lesson, "Two", null)));

        assertThat(titleShown()).isEqualTo("Two");
    }

    @Test
    void keepsAnOlderVersionThatComesLateWithoutOfferingIt() {
        var learner = UUID.randomUUID();
        hears.at(2, Facts.published(course, 2, Facts.preview(lesson, "Two", null)));
        hears.of(Enrolled.in(course, learner).granted(1));

        hears.at(1, Facts.published(course, 1, Facts.preview(lesson, "One", null)));

        assertThat(titleShown()).isEqualTo("Two");
        assertThat(http.lesson(lesson, learner).json().get("title").asString()).isEqualTo("One");
    }

    @Test
    void offersAnEarlierVersionAgainWhenItIsToldAgain() {
        hears.at(1, Facts.published(course, 1, Facts.preview(lesson, "One", null)));
        hears.at(2, Facts.published(course, 2, Facts.preview(lesson, "Two", null)));

        hears.at(3, Facts.published(course, 1, Facts.preview(lesson, "One", null)));

        assertThat(titleShown()).isEqualTo("One");
    }

    @Test
    void doesNotChangeAVersionOnceItIsKnown() {
        hears.at(1, Facts.published(course, 1, Facts.preview(lesson, "One", null)));

        hears.at(2, Facts.published(course, 1, Facts.preview(lesson, "Forged", null)));

        assertThat(titleShown()).isEqualTo("One");
    }

    private String titleShown() {
        return http.lessonForAnyone(lesson).json().get("title").asString();
    }
}
