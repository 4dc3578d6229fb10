package dev.lectern.course.authoring.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.common.security.Caller;
import dev.lectern.course.authoring.application.Submitting.Submit;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Studio;
import dev.lectern.testing.AtOnce;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CourseTest
class SubmittingTest {

    @Autowired Studio studio;
    @Autowired Submitting submitting;
    @Autowired CourseViews views;

    private final Caller author = Studio.anInstructor();

    @Test
    void hasACompleteDraftWaitForItsReview() {
        var course = studio.writtenDraft(author, Studio.details("Complete"));

        submitting.submit(new Submit(course, "Please"), studio.etag(course, author), author);

        var seen = views.one(course.value(), author);
        assertThat(seen.status()).isEqualTo("SUBMITTED");
        assertThat(seen.review()).isNotNull().hasFieldOrPropertyWithValue("note", "Please");
    }

    @Test
    void goesByWhatContentToldOfTheBodies() {
        var course = studio.writtenDraft(author, Studio.details("Emptied"));
        studio.emptied(course, studio.firstLesson(course, author));

        assertThatThrownBy(() ->
                        submitting.submit(
                                new Submit(course, null), studio.etag(course, author), author))
                .hasFieldOrPropertyWithValue("code", "GATE_FAILED");
        assertThat(views.one(course.value(), author).review()).isNull();
    }

    @Test
    void happensOnceHoweverManyAsk() throws Exception {
        var course = studio.writtenDraft(author, Studio.details("Asked by many"));
        var etag = studio.etag(course, author);

        var outcomes =
                AtOnce.run(
                        5,
                        () ->
                                Studio.outcomeOf(() ->
                                        submitting.submit(new Submit(course, null), etag, author)));

        assertThat(outcomes).filteredOn("DONE"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("VERSION_STALE"::equals).hasSize(4);
    }

    @Test
    void isRefusedToStrangers() {
        var course = studio.writtenDraft(author, Studio.details("Not yours"));

        assertThatThrownBy(() ->
                        submitting.submit(
                                new Submit(course, null),
                                studio.etag(course, author),
                                Studio.anInstructor()))
                .hasFieldOrPropertyWithValue("code", "NOT_FOUND");
    }
}
