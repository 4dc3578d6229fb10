package dev.lectern.content.authoring.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.content.Bodies;
import dev.lectern.content.ContentTest;
import dev.lectern.content.Facts;
import dev.lectern.content.Hearing;
import dev.lectern.content.Http;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ContentTest
class PinningRevisionsTest {

    @Autowired Hearing hears;
    @Autowired Http http;
    @Autowired JdbcClient database;

    private final UUID course = UUID.randomUUID();
    private final UUID author = UUID.randomUUID();
    private final UUID written = UUID.randomUUID();
    private final UUID empty = UUID.randomUUID();

    @BeforeEach
    void aCourseOfTwoLessons() {
        hears.of(Facts.members(course, author), Facts.outline(course, written, empty));
        http.write(written, author, "\"1\"", Bodies.saying("Hello"));
    }

    @Test
    void answersTheNewestRevisionOfEachLessonInTheOrderAskedFor() {
        var revisions = http.pin(course, empty, written).json().get("revisions");

        assertThat(revisions).hasSize(2);
        assertThat(revisions.get(0).get("lessonId").asString()).isEqualTo(empty.toString());
        assertThat(revisions.get(0).get("empty").asBoolean()).isTrue();
        assertThat(revisions.get(1).get("lessonId").asString()).isEqualTo(written.toString());
        assertThat(revisions.get(1).get("empty").asBoolean()).isFalse();
    }

    @Test
    void answersTheSameWhenAskedAgainAndAnotherAfterAWrite() {
        var first = http.pin(course, written);

        assertThat(http.pin(course, written).json()).isEqualTo(first.json());

        http.write(written, author, "\"2\"", Bodies.saying("Hello again"));
        assertThat(http.pin(course, written).json()).isNotEqualTo(first.json());
    }

    @Test
    void answersNothingForNoLessons() {
        assertThat(http.pin(course).json().get("revisions")).isEmpty();
    }

    @Test
    void leavesOutLessonsItDoesNotKnowInThatCourseAndPinsTheOthers() {
        var unknown = UUID.randomUUID();
        var ofAnotherCourse = UUID.randomUUID();
        hears.of(Facts.outline(UUID.randomUUID(), ofAnotherCourse));

        var revisions = http.pin(course, unknown, written, ofAnotherCourse).json().get("revisions");

        assertThat(revisions).hasSize(1);
        assertThat(revisions.get(0).get("lessonId").asString()).isEqualTo(written.toString());
        assertThat(pinnedOf(written)).isEqualTo(1);
        assertThat(pinnedOf(ofAnotherCourse)).isZero();
        assertThat(http.pin(course, unknown).json().get("revisions")).isEmpty();
    }

    @Test
    void keepsWhatWasPinnedForEver() {
        http.pin(course, written);

        assertThat(pinnedOf(written)).isEqualTo(1);
        assertThatThrownBy(() ->
                        database.sql("delete from revision where lesson_id = :lesson")
                                .param("lesson", written)
                                .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private long pinnedOf(UUID lesson) {
        return database.sql(
                        """
                        select count(*) from pinned_revision p
                        join revision r on r.id = p.revision_id where r.lesson_id = :lesson
                        """)
                .param("lesson", lesson)
                .query(Long.class)
                .single();
    }
}
