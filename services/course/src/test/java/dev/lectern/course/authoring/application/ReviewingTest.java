package dev.lectern.course.authoring.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.common.security.Caller;
import dev.lectern.course.authoring.application.Reviewing.Approve;
import dev.lectern.course.authoring.application.Reviewing.Reject;
import dev.lectern.course.authoring.domain.PinnedRevisions;
import dev.lectern.course.authoring.domain.Review;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Studio;
import dev.lectern.testing.AtOnce;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CourseTest
class ReviewingTest {

    @Autowired Studio studio;
    @Autowired Reviewing reviewing;
    @Autowired PinningBodies pinning;
    @Autowired CourseViews views;
    @Autowired JdbcClient jdbc;

    private final Caller author = Studio.anInstructor();
    private final Caller moderator = Studio.aModerator();

    @Test
    void publishesOneVersionOneHoweverManyApprove() throws Exception {
        var course = studio.submitted(author, "Approved by many");
        var pins = pinning.forApproval(course, moderator);

        var outcomes =
                AtOnce.run(
                        5,
                        () ->
                                Studio.outcomeOf(() ->
                                        reviewing.approve(
                                                new Approve(course, null),
                                                pins,
                                                Studio.aModerator())));

        assertThat(outcomes).filteredOn("DONE"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("NOT_SUBMITTED"::equals).hasSize(4);
        assertThat(versionsOf(course.value())).isEqualTo(1);
    }

    @Test
    void storesNoVersionWhenTheGateIsShut() {
        var course = studio.submitted(author, "Shut");

        assertThatThrownBy(() ->
                        reviewing.approve(
                                new Approve(course, null), PinnedRevisions.none(), moderator))
                .hasFieldOrPropertyWithValue("code", "GATE_FAILED");

        assertThat(versionsOf(course.value())).isZero();
        assertThat(views.one(course.value(), author).status()).isEqualTo("SUBMITTED");
    }

    @Test
    void givesADraftBackThatCanBeSubmittedAgain() {
        var course = studio.submitted(author, "Given back");
        var reasons = List.of(new Review.Reason("/title", "Too short."));

        reviewing.reject(new Reject(course, reasons, "Sorry"), moderator);

        var seen = views.one(course.value(), author);
        assertThat(seen.status()).isEqualTo("DRAFT");
        assertThat(seen.review()).isNotNull().hasFieldOrPropertyWithValue("reasons", reasons);
        studio.submit(course, author);
        assertThat(views.one(course.value(), author).status()).isEqualTo("SUBMITTED");
    }

    @Test
    void isForReviewersAndNotForAuthors() {
        var course = studio.submitted(author, "Guarded");
        var other = Studio.anInstructor();

        assertThatThrownBy(() ->
                        reviewing.approve(new Approve(course, null), PinnedRevisions.none(), other))
                .hasFieldOrPropertyWithValue("code", "FORBIDDEN");
        assertThatThrownBy(() -> reviewing.reject(new Reject(course, List.of(), null), other))
                .hasFieldOrPropertyWithValue("code", "FORBIDDEN");
        assertThatThrownBy(() -> pinning.forApproval(course, other))
                .hasFieldOrPropertyWithValue("code", "FORBIDDEN");
    }

    private int versionsOf(UUID course) {
        return jdbc.sql("select count(*) from published_version where course_id = :id")
                .param("id", course)
                .query(Integer.class)
                .single();
    }
}
